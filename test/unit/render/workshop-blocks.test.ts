import { describe, expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

/** The slides of a text: for the screen, beside them on paper, and for the speaker; icons left out. */
async function parts(markdown: string) {
  const { rendered, said } = await prepare({ 'talk.md': markdown });
  const joined = (of: (slide: ReturnType<typeof rendered>['slides'][number]) => string) =>
    rendered()
      .slides.map(of)
      .join('\n')
      .replaceAll(/<svg.*?<\/svg>/g, '*');
  return {
    said,
    slide: joined((one) => one.html),
    paper: joined((one) => one.paperHtml),
    notes: joined((one) => one.notesHtml),
  };
}

describe('a workshop block', () => {
  test.each([
    ['objectives', 'Objectives'],
    ['keypoints', 'Key points'],
    ['misconception', 'Misconception'],
    ['checklist', 'Checklist'],
    ['question', 'Question'],
    ['exercise', 'Exercise'],
  ])('%s has a label of an icon and a word', async (name, word) => {
    const { slide, said } = await parts(`::: ${name}\n- words\n:::`);
    expect(said).toEqual([]);
    expect(slide).toContain(`<p class="kind-label"><span class="kind-name">*${word}</span></p>`);
    expect(slide).toMatch(new RegExp(`<div class="block ${name}">`));
  });

  test('has its words in the language of the deck', async () => {
    const { slide } = await parts('---\nlang: de\n---\n\n::: objectives\n- x\n:::');
    expect(slide).toContain('*Ziele</span>');
  });

  test('may have a title, behind its name or as an attribute, with code in it', async () => {
    for (const opening of ['keypoints Keep `this`', 'keypoints {title="Keep `this`"}']) {
      const { slide, said } = await parts(`::: ${opening}\n- x\n:::`);
      expect(said).toEqual([]);
      expect(slide).toContain('*Key points: <span class="kind-title">Keep <code>this</code></span>');
      expect(slide).not.toContain('title="');
    }
  });

  test('escapes its title and what stands beside its label', async () => {
    const { slide } = await parts('::: checklist <b>x</b> {when="<i>"}\n- x\n:::\n\n::: term <s>\nx\n:::');
    expect(slide).not.toMatch(/<[bis]>/);
    expect(slide).toContain('<span class="kind-aside">&lt;i&gt;</span>');
  });
});

test('a misconception is its title, or its first paragraph, and then what is so', async () => {
  const belief =
    '<div class="belief">\n<p>It is small.</p>\n</div>\n<p class="truth-label">In fact</p>\n<p>It is not.</p>';
  expect((await parts('::: misconception\nIt is small.\n\nIt is not.\n:::')).slide).toContain(belief);
  expect((await parts('::: misconception It is small.\nIt is not.\n:::')).slide).toContain(belief);
});

test('a term has a name', async () => {
  const { slide } = await parts('::: term Pod\nContainers.\n:::');
  expect(slide).toContain('<p class="term-name"><dfn>Pod</dfn></p>\n<p>Containers.</p>');
  const nameless = await prepare({ 'talk.md': '::: term\nContainers.\n:::' });
  expect(nameless.said).toEqual(['block/needs-argument @ ::: term']);
});

test('a question has its lines on paper, and none on the slide', async () => {
  const { slide, paper } = await parts('::: question {lines=2}\nWhat?\n:::\n\n::: question\nHow?\n:::');
  expect(slide).not.toContain('ruled');
  expect(paper).toContain('<p>What?</p>\n<div class="ruled" aria-hidden="true"><i></i><i></i></div>');
  expect(paper).not.toContain('How?');
});

test('a hint is folded on the slide and open everywhere else', async () => {
  const hint = '::: hint\nTwo hitches.\n:::';
  const { slide, paper, notes } = await parts(
    `${hint}\n\n::: paper\n${hint}\n:::\n\n::: guide\n${hint}\n:::`,
  );
  expect(slide).toMatch(
    /<details class="block hint">\n<summary>\*Hint<\/summary>\n<p>Two hitches.<\/p>\n<\/details>/,
  );
  for (const html of [paper, notes]) {
    expect(html).not.toContain('<details');
    expect(html).toContain('<div class="block hint">');
  }
});

test('an exercise says how long it takes; on the slide a presenter may start that as a countdown', async () => {
  const minutes = async (time: string, around = '') => {
    const block = `::: exercise {time=${time}}\nx\n:::`;
    const { slide, paper } = await parts(around === '' ? block : `::: ${around}\n${block}\n:::`);
    return /<span class="minutes.*?<\/span>/.exec(slide + paper)?.[0];
  };
  expect(await minutes('10m')).toBe(
    '<span class="minutes countdown" data-countdown="600"><b>10</b> min</span>',
  );
  expect(await minutes('90s')).toBe('<span class="minutes countdown" data-countdown="90"><b>90</b> s</span>');
  expect(await minutes('10m', 'paper')).toBe('<span class="minutes"><b>10</b> min</span>');
});

test('what the facilitator does is labelled for the speaker, and on no slide', async () => {
  const cues = ['say', 'ask', 'do', 'cut', 'extend'].map((name) => `::: ${name}\nsecret\n:::`).join('\n');
  const { slide, paper, notes, said } = await parts(
    `## x\n\n::: guide\n${cues}\n:::\n\n::: cut {time=5m}\nsecret\n:::\n\nNote:\n\n::: say\nsecret\n:::`,
  );
  expect(said).toEqual([]);
  expect(slide + paper).not.toContain('secret');
  for (const word of ['Say', 'Ask', 'Do', 'Drop when late', 'Add when early']) {
    expect(notes).toContain(`<span class="kind-name">*${word}</span>`);
  }
  expect(notes).toContain('<span class="minutes">5 min</span>');
});

test('only a deck with such blocks carries their rules along', async () => {
  const styles = async (markdown: string) => (await prepare({ 'talk.md': markdown })).rendered().theme;
  expect((await styles('# x')).slidesCss).not.toContain('.misconception');
  const { slidesCss, paperCss } = await styles('# x\n\n- ::: term Pod\n  x\n  :::');
  expect(slidesCss).toContain('.misconception');
  expect(paperCss).toContain('.ruled');
});

test('a lab says what participants fill in, without what it is tried out with', async () => {
  const { slide } = await parts('::: lab {vars="NAME TAG=1.0" needs=docker}\n1. a\n:::');
  expect(slide).toContain(
    '<span class="kind-aside">Needs docker</span> <span class="kind-aside">Fill in NAME, TAG</span>',
  );
});
