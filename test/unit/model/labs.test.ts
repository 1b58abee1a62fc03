import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/parse/ast.js';
import { plainText } from '../../../src/parse/plain-text.js';
import { childInlines, walkBlocks } from '../../../src/parse/walk.js';
import { prepare } from '../../support/prepared.js';

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\``;

async function labs(inside: string, opening = 'lab {time=10m}') {
  const { edition, said } = await prepare({ 'talk.md': `## A slide\n\n::: ${opening}\n${inside}\n:::` });
  return { labs: edition().teaching.labs, said };
}

async function lab(inside: string, opening?: string) {
  const [only, ...more] = (await labs(inside, opening)).labs;
  if (!only || more.length > 0) throw new Error('There is not one lab.');
  return only;
}

/** The words of blocks, code included. */
function wordsOf(blocks: readonly Block[]): string {
  return walkBlocks(blocks)
    .map((block) => (block.type === 'code' ? `[${block.text}]` : plainText(childInlines(block))))
    .filter((text) => text !== '')
    .join(' ');
}

test.each([
  ['Solution', 'Two half hitches.'],
  ['Solution for Windows', 'Solution for Windows Two half hitches.'],
])('what is said beside its name stays with a solution: %s', async (heading, words) => {
  const { edition } = await prepare({
    'talk.md': `## A slide\n\n::: exercise {time=10m}\nTie it.\n\n### ${heading}\n\nTwo half hitches.\n:::`,
  });
  const found = walkBlocks(edition().slides[0]?.blocks ?? []).filter(
    (block) => block.type === 'container' && block.name === 'solution',
  );
  expect(found.map((block) => wordsOf(block.type === 'container' ? block.children : []))).toEqual([words]);
});

describe('a lab', () => {
  test('says what it is called, takes and needs', async () => {
    const made = await lab(
      'Do it.',
      'lab First steps {#first time=15m needs="docker, kubectl" difficulty=easy environment=laptop vars="NAME TAG=1.0"}',
    );
    expect(made).toMatchObject({
      number: 1,
      id: 'first',
      title: 'First steps',
      time: 900,
      needs: ['docker', 'kubectl'],
      difficulty: 'easy',
      environment: 'laptop',
      vars: [
        { name: 'NAME', value: null },
        { name: 'TAG', value: '1.0' },
      ],
      slide: 'a-slide',
    });
    expect(await lab('Do it.')).toMatchObject({ id: 'a-slide', title: 'A slide' });
  });

  test('has the parts that its headings name, in any language there are words for', async () => {
    const { labs: english, said } = await labs(
      'Hello.\n\n### Objective\n\na\n\n### Steps: two\n\n1. b\n\n### Clean-up\n\nc\n\n### If stuck?\n\nd',
    );
    expect(said).toEqual([]);
    expect(english[0]?.parts.map(({ name, title, blocks }) => [name, title, wordsOf(blocks)])).toEqual([
      ['objective', 'Objective', 'a'],
      ['steps', 'Steps: two', 'b'],
      ['cleanUp', 'Clean-up', 'c'],
      ['ifStuck', 'If stuck?', 'd'],
    ]);
    expect(wordsOf(english[0]?.introduction ?? [])).toBe('Hello.');
    const german = await lab('### Ziel\n\na\n\n### SCHRITTE\n\n1. b\n\n### Aufräumen\n\nc');
    expect(german.parts.map(({ name }) => name)).toEqual(['objective', 'steps', 'cleanUp']);
  });

  test('says which heading names none, and what it may have meant', async () => {
    const { said } = await labs('### Stepps\n\n1. a\n\n#### Deeper is content\n\n### Ideas\n\nb');
    expect(said).toEqual(['lab/unknown-part @ ### Stepps', 'lab/unknown-part @ ### Ideas']);
  });

  test('without steps is a warning, and a short one needs no headings', async () => {
    expect((await labs('### Objective\n\na')).said).toEqual(['lab/no-steps @ lab']);
    const { said, labs: made } = await labs('1. one\n2. two');
    expect(said).toEqual([]);
    expect(made[0]?.steps).toHaveLength(2);
  });

  test('has numbers through the edition', async () => {
    const { edition } = await prepare({
      'talk.md':
        '## a\n\n::: lab\nx\n:::\n\n---\n\n## b {tier=optional}\n\n::: lab\ny\n:::\n\n---\n\n## c\n\n::: lab\nz\n:::',
    });
    expect(edition().teaching.labs.map(({ number, slide }) => [number, slide])).toEqual([
      [1, 'a'],
      [2, 'c'],
    ]);
  });
});

describe('the steps of a lab', () => {
  test('are the items of numbered lists, with what follows them', async () => {
    const made = await lab(
      `### Steps\n\nFirst this:\n\n1. Start.\n\n   ${fence('bash', 'up').replaceAll('\n', '\n   ')}\n\n2. Look.\n\n${fence('console', '$ ps\none')}\n\nThen:\n\n3. Stop.`,
    );
    expect(made.steps.map((step) => [step.number, wordsOf(step.blocks)])).toEqual([
      [1, 'First this: Start. [up]'],
      [2, 'Look. [$ ps\none] Then:'],
      [3, 'Stop.'],
    ]);
    expect(wordsOf(made.steps[0]?.why ?? [])).toBe('First this: Start.');
  });

  test('are paragraphs with their fences where there is no numbered list', async () => {
    const made = await lab(
      `### Steps\n\nStart.\n\nSoon.\n\n${fence('bash', 'up')}\n\nLook.\n\n${fence('bash', 'ps')}\n\n${fence('output', 'one')}\n\nStop.`,
    );
    expect(made.steps.map((step) => wordsOf(step.blocks))).toEqual([
      'Start. Soon. [up]',
      'Look. [ps] [one]',
      'Stop.',
    ]);
  });

  test('say what is run, what comes out, and how the two are compared', async () => {
    const made = await lab(
      `### Steps\n\n1. Do.\n\n${fence('console exit=1,137 match=regex timeout=2m retry=10x2s needs=docker always verify', '$ docker run \\\n> web\none\ntwo\n$ docker ps')}\n\n${fence('output', 'three')}`,
    );
    expect(made.steps[0]?.actions).toMatchObject([
      {
        kind: 'command',
        language: 'console',
        lines: [
          { text: 'docker run \\\nweb', output: 'one\ntwo', line: 0 },
          { text: 'docker ps', output: 'three', line: 4 },
        ],
        exit: [1, 137],
        match: 'regex',
        timeout: 120,
        retry: { times: 10, every: 2 },
        needs: ['docker'],
        always: true,
        verify: true,
        hidden: false,
        background: null,
        skip: null,
      },
    ]);
  });

  test('write files, inside of their folder only', async () => {
    const made = await lab(
      `### Steps\n\n1. a\n\n${fence('dockerfile write=app/Dockerfile', 'FROM scratch')}`,
    );
    expect(made.parts[0]?.actions).toMatchObject([
      { kind: 'write', path: 'app/Dockerfile', text: 'FROM scratch', language: 'dockerfile' },
    ]);
    for (const path of ['../x', '/etc/x', 'a/../../x', '~/x', 'C:/x', 'a\\b']) {
      const { said, labs: made } = await labs(`1. a\n\n${fence(`text write=${path}`, 'x')}`);
      expect(said).toEqual([`lab/bad-value @ write=${path}`]);
      expect(made[0]?.steps[0]?.actions).toEqual([]);
    }
  });

  test.each([
    ['exit=never'],
    ['exit=256'],
    ['match=maybe'],
    ['timeout=soon'],
    ['retry=often'],
    ['retry=0x2s'],
    ['until-port=99999'],
    ['skip'],
  ])('that say `%s` are told what can be read', async (written) => {
    expect((await labs(`1. a\n\n${fence(`bash ${written}`, 'x')}`)).said).toEqual([
      `lab/bad-value @ ${written}`,
    ]);
  });
});

describe('what a slide folds away of a lab', () => {
  test('unfolds on the slide, and stands beside it on paper', async () => {
    const { rendered } = await prepare({
      'talk.md': `## x\n\n::: lab\n### Objective\n\ngoal\n\n### Steps\n\n1. do\n\n${fence('bash', 'up')}\n\n${fence('output', 'printed')}\n\n### Verify\n\nchecked\n:::`,
    });
    const [slide] = rendered().slides;
    expect(slide?.html).toMatch(/<details class="expected">\n<summary>/);
    expect(slide?.html).toMatch(
      /<details name="lab-1" class="lab-part lab-verify">\n<summary><h2>Verify<\/h2>/,
    );
    expect(slide?.html).toContain('goal');
    expect(slide?.paperHtml).not.toContain('<details');
    expect(slide?.paperHtml).not.toContain('goal');
    for (const word of ['printed', 'checked', 'do']) expect(slide?.paperHtml).toContain(word);
  });

  test('is nothing on paper where the slide shows all of it', async () => {
    const { rendered } = await prepare({ 'talk.md': '## x\n\n::: lab\n1. do\n:::' });
    expect(rendered().slides[0]?.paperHtml).toBe('');
  });
});

test('a fence that is `hidden` is run with its lab and shown to nobody', async () => {
  const { rendered, edition } = await prepare({
    'talk.md': `## x\n\n::: lab\n### Steps\n\n1. do\n\n${fence('bash hidden', 'secret')}\n\n### Verify\n\n${fence('bash hidden', 'secret')}\n:::`,
  });
  const [slide] = rendered().slides;
  expect(`${slide?.html}${slide?.paperHtml}`).not.toContain('secret');
  expect(edition().teaching.labs[0]?.steps[0]?.actions).toMatchObject([{ hidden: true }]);
});

test.each([
  ['an exercise', 'exercise {time=5m}'],
  ['a lab', 'lab {time=5m}'],
])('an id makes the heading of %s no slide of its own', async (_, opening) => {
  const { edition } = await prepare({ 'talk.md': `## x\n\n::: ${opening}\n1. a\n:::` });
  expect(edition().slides.map((slide) => slide.layout)).toEqual([opening.split(' ')[0]]);
});
