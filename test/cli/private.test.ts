import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { contents, scatter } from '../support/output-folder.js';
import { readPdf } from '../support/pdf.js';

/** A word that stands nowhere else; `secret12x` for the twelfth form. */
const planted: { readonly word: string; readonly form: string; readonly heard: boolean }[] = [];
function plant(form: string, heard = true): string {
  const word = `secret${planted.length}x`;
  planted.push({ word, form, heard });
  return word;
}
/** The same for what nobody but the author may see: it is in no product at all. */
function bury(form: string): string {
  return plant(form, false);
}

/** Slides, each with what everybody sees around what nobody should. */
const slides = [
  `# publicword title {data-notes="${plant('data-notes in braces')}"}\n\nNote: ${plant('Note:')}`,
  `## One\n\nshown\n\nNotes: ${plant('Notes:')}\n\nNote: ${plant('a second mark')}`,
  `## Two\n\nshown\n\n   NOTE: ${plant('indented by three')}\n\n# ${plant('a heading in notes')}`,
  `## Three\n\nshown\n\n        note: ${plant('indented by eight')}\n\n\`\`\`\n${plant('code in notes')}\n\`\`\``,
  `## Four\n\n- shown\n- more\nNote: ${plant('below a list')}`,
  `## Five\n\n- shown\n- more\n\n  Note: ${plant('below a list, indented')}`,
  `## Six\n\n> shown\nNote: ${plant('below a quote')}`,
  `## Seven\n\n| shown |\n| --- |\n| more |\nNote: ${plant('below a table')}`,
  `## Eight\n\nshown\nNote: ${plant('below a paragraph')}\nand ${plant('its second line')}`,
  `## Nine\n\n<img src="img/public.svg" alt="shown">\nNote: ${plant('below a tag')}`,
  `## Ten\n\n<div>shown\n  Notes: ${plant('in an open block of HTML')}\n</div>`,
  `## Eleven\n\nshown\n\n::: notes\n${plant('a box of notes')}\n\n- ${plant('a list in a box of notes')}\n:::`,
  `## Twelve\n\nshown\n\n::: {.notes}\n${plant('a box by its class')}\n:::`,
  `## Thirteen\n\n::: columns\n::: column\nshown\n:::: notes\n${plant('notes in a column')}\n::::\n:::\n:::`,
  `## Fourteen\n\n- shown\n\n  ::: notes\n  ${plant('notes in a list')}\n  :::`,
  `## Fifteen\n\n- shown\n::: notes\n${plant('notes below a list')}\n:::`,
  `## Sixteen\n\n<br>\n::: notes\n${plant('notes below a tag')}\n:::`,
  `## Seventeen\n\nshown\n\n<aside class="notes">${plant('aside')}</aside>`,
  `## Eighteen\n\nshown\n\n<aside class="big notes" lang="en">\n\n**${plant('Markdown in aside')}**\n\n![](img/aside.svg)\n\n</aside>`,
  `## Nineteen\n\nshown <aside class='notes'>${plant('aside among words')}</aside> more`,
  `## Twenty\n\n<ASIDE CLASS=notes>${plant('aside in capitals')} <img src="img/html-aside.svg"></ASIDE>\n\nshown`,
  `## Twentyone\n\n<div><aside class="notes">${plant('aside in HTML')}<p>${plant('a paragraph in aside')}</div>\n\nshown`,
  `## Twentytwo\n\n<p data-notes="${plant('data-notes in HTML')}">shown</p>`,
  `## Twentythree\n\nshown {data-notes="${plant('data-notes of a paragraph')}"}`,
  `<!-- .slide: data-notes="${plant('data-notes in a comment')}" -->\n\n## Twentyfour\n\nshown`,
  `## Twentyfive\n\n::: guide\n${plant('a guide')}\n\n::: say\n${plant('say')}\n:::\n\n::: ask\n${plant('ask')}\n:::\n:::\n\nshown`,
  `## Twentysix\n\n::: do\n${plant('do')}\n:::\n\n::: cut\n${plant('cut')}\n:::\n\n::: extend\n${plant('extend')}\n:::\n\nshown`,
  `## Twentyseven\n\n::: exercise {time=5m}\nshown\n\n::: solution\n${plant('a solution')} ![](img/solution.svg)\n:::\n:::`,
  `## Twentyeight\n\nshown\n\n::: paper\npaperword\n\n::: solution\n${plant('a solution on paper')}\n:::\n:::`,
  `## Twentynine\n\nshown\n\nNote: ${plant('the words of a picture')} ![${plant('alt')}](img/notes.svg "${plant('title')}") [file](files/notes.txt)`,
  `## Thirty\n\nshown\n\nNote:\n\n::: include parts/notes.md\n:::`,
  `## Thirtyone\n\nshown\n\nNote:\n\n\`\`\`yaml file=files/notes.yaml\n\`\`\``,
  `## Of a lab\n\n::: lab {time=5m}\n### Steps\n\n1. shown\n\n   \`\`\`bash hidden\n   ${bury('a hidden fence')}\n   \`\`\`\n\n### Solution\n\n${plant('the solution of a lab')} ![](img/lab.svg)\n\n\`\`\`bash\n${plant('a fence in it')}\n\`\`\`\n\n### Verify\n\nshown\n\n#### Solutions\n\n${plant('a deeper solution')}\n:::`,
  `## Of an exercise\n\n::: exercise\nshown\n\n### Lösung\n\n${plant('the solution of an exercise, in German')}\n:::`,
  `## A lab on paper\n\n::: paper\npaperword\n\n::: lab\n1. shown\n\n### Solution\n\n${plant('a solution of a lab on paper')}\n:::\n:::\n\n::: guide\n::: paper\n${plant('paper in a guide')}\n:::\n\n::: question {lines=2}\n${plant('a question in a guide')}\n:::\n:::`,
  `## Linked\n\n[shown](talk.md) [more](parts/hidden.md#fortythree) <a href="parts/notes.md">shown</a>`,
  // Comments.
  `## Thirtytwo <!-- ${bury('a comment in a heading')} -->\n\nshown <!-- ${bury('a comment among words')} --> more`,
  `## Thirtythree\n\n<!-- ${bury('a comment')} -->\n\n<!--\n${bury('a comment over lines')}\n\n${bury('and below a blank line')}\n-->\n\nshown`,
  `## Thirtyfour\n\nshown <!-- over\n${bury('a comment among words, over lines')} --> more`,
  `## Thirtyfive\n\n- shown <!-- ${bury('a comment in a list')} -->\n  <!-- ${bury('a comment below an item')} -->`,
  `## Thirtysix\n\n| shown <!-- ${bury('a comment in a table')} --> |\n| --- |\n\n> <!-- ${bury('a comment in a quote')} --> shown`,
  `## Thirtyseven\n\n<div>shown<!-- ${bury('a comment in HTML')} --><b>more</b>\n<!-- over\n${bury('a comment in HTML, over lines')} --></div>`,
  `## Thirtyeight\n\nshown\n\nNote: said <!-- ${bury('a comment in notes')} -->`,
  `## Thirtynine\n\n[shown <!-- ${bury('a comment in a link')} -->](https://example.org) ![shown <!-- ${bury('a comment in alt')} -->](img/public.svg)`,
  `## Forty\n\n<?php ${bury('a processing instruction')} ?>\n\n<!DOCTYPE ${bury('a declaration')}>\n\nshown`,
  `## Fortyone\n\n<style>/* ${bury('a comment in a sheet')} */ .x/* ${bury('in a selector')} */.y { font: bold /* ${bury('in a value')} */ 1em serif; --x: /* ${bury('in a property')} */ 1 }</style>\n\nshown`,
  // Hidden slides and what other cuts show.
  `## ${bury('hidden')} {hidden}\n\n${bury('hidden words')}\n\nNote: ${bury('notes of a hidden slide')}`,
  `## ${bury('hidden=true')} {hidden=true}`,
  `## ${bury('visibility=hidden')} {visibility=hidden}\n\n![](img/hidden.svg)`,
  `## ${bury('data-visibility')} {data-visibility=hidden}`,
  `<!-- slide: hidden -->\n\n## ${bury('a comment that hides')}`,
  `## ${bury('a comment that hides, below')}\n\n- x\n- y <!-- .slide: data-visibility="hidden" -->`,
  `## ${bury('visibility in a comment')}\n\n<!-- .slide: visibility="hidden" -->`,
  `## ${bury('tier')} {tier=optional}`,
  `## ${bury('another edition')} {editions=other}`,
  `## Fortytwo\n\nshown {tier=core}\n\n${bury('an optional paragraph')} {tier=optional}\n\n- shown\n- ${bury('an optional item')} {tier=optional}\n\n::: tip {editions="other third"}\n${bury('a block of other editions')}\n:::`,
  `::: include parts/hidden.md`,
];

const svg = (word: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><title>${word}</title><rect width="40" height="20"/></svg>`;

const files = {
  'content/deck.yaml': `# ${bury('a comment in deck.yaml')}\ntitle: publicword\nmodules: [talk.md] # ${bury('a comment behind a value')}\neditions: { first: {}, other: { products: [deck] }, third: { products: [deck] } }\n`,
  'content/talk.md': `---\nlang: en # ${bury('a comment in front matter')}\n---\n\n${slides.join('\n\n---\n\n')}\n`,
  'content/parts/notes.md': `${plant('a file included in notes')}`,
  'content/parts/hidden.md': `---\nlang: en\n---\n## ${bury('a hidden slide that is included')} {hidden}\n\n---\n\n## Fortythree\n\nshown`,
  'content/files/notes.yaml': `notes: ${plant('a file shown in notes')}\n`,
  'content/files/notes.txt': plant('a file that notes link to', false),
  'content/files/unused.txt': bury('a file that nothing refers to'),
  'content/unused.md': `## ${bury('a text that is no module')}`,
  'content/README.md': bury('a text beside the deck'),
  'content/img/public.svg': svg('publicpicture'),
  'content/img/unused.svg': svg(bury('a picture that nothing refers to')),
  'content/img/notes.svg': svg(plant('a picture in notes', false)),
  'content/img/aside.svg': svg(plant('a picture in aside', false)),
  'content/img/html-aside.svg': svg(plant('a picture by a tag in aside', false)),
  'content/img/solution.svg': svg(plant('a picture in a solution', false)),
  'content/img/lab.svg': svg(plant('a picture in the solution of a lab', false)),
  'content/img/hidden.svg': svg(bury('a picture on a hidden slide')),
};

/** Names of files that must not be told either. */
const names = [
  'notes.svg',
  'aside.svg',
  'solution.svg',
  'lab.svg',
  'hidden.svg',
  'unused',
  'notes.txt',
  'notes.yaml',
  'secret',
];

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-private-')));
let built: Record<string, string>;
let papers: Record<string, string>;

beforeAll(async () => {
  scatter(cwd, files);
  const { code, stderr } = await deckhand(['build', 'content', '--edition', 'first', '--handout', '1'], {
    cwd,
  });
  expect(code, stderr).toBe(0);
  built = contents(join(cwd, 'dist'));
  papers = {};
  for (const path of Object.keys(built).filter((one) => one.endsWith('.pdf'))) {
    papers[path] = await textOf(join(cwd, 'dist', path));
  }
}, 180_000);

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function textOf(path: string): Promise<string> {
  const pdf = await readPdf(new Uint8Array(readFileSync(path)));
  return JSON.stringify([pdf.pages.map((page) => [page.text, page.links]), pdf.outline, pdf.information]);
}

/** Everything that is published: names and contents of files, and the words of PDFs. */
function published(): Record<string, string> {
  const open = Object.entries(built).filter(([path]) => path.startsWith('public/'));
  return Object.fromEntries(open.map(([path, text]) => [path, `${path}\n${papers[path] ?? text}`]));
}

describe('what is private', () => {
  test('can be seen by this test: what is public is found in the deck, its reading view, the PDFs and the shelf', () => {
    const all = published();
    for (const path of [
      'content/index.html',
      'content/reading.html',
      'content/slides.pdf',
      'content/handout.pdf',
      'index.html',
    ]) {
      expect(all[`public/${path}`], path).toContain('publicword');
    }
    expect(all['public/content/handout.pdf']).toContain('paperword');
    expect(Object.values(all).some((text) => text.includes('publicpicture'))).toBe(true);
    for (const path of ['content/index.html', 'content/reading.html'])
      expect(all[`public/${path}`]?.split('shown').length, path).toBeGreaterThan(40);
    expect(planted.length).toBeGreaterThan(70);
  });

  test('is in no public file, not even in its source', () => {
    const found = Object.entries(published()).flatMap(([path, text]) =>
      planted.filter(({ word }) => text.includes(word)).map(({ form }) => `${form}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test('gives no public file its name', () => {
    const found = Object.entries(published()).flatMap(([path, text]) =>
      names.filter((name) => text.includes(name)).map((name) => `${name}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test('is in no byte of public PDFs that is not packed', () => {
    const raw = Object.keys(papers).flatMap((path) =>
      path.startsWith('public/') ? [built[path] ?? ''] : [],
    );
    expect(raw.length).toBeGreaterThan(3);
    expect(planted.filter(({ word }) => raw.some((text) => text.includes(word)))).toEqual([]);
  });

  test('is all in present.html when it is the speaker’s', () => {
    const present = built['private/content/present.html'] ?? '';
    expect(
      planted.filter(({ word, heard }) => heard && !present.includes(word)).map(({ form }) => form),
    ).toEqual([]);
  });

  test('is in no file at all when it is the author’s alone', () => {
    const own = planted.filter(
      ({ form, heard }) => !heard && !/^a (?:picture|file) (?:in|by|that notes)/.test(form),
    );
    const found = Object.entries(built).flatMap(([path, text]) =>
      own.filter(({ word }) => text.includes(word)).map(({ form }) => `${form}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test('brings the speaker the pictures and files that only notes show', () => {
    const own = Object.entries(built)
      .filter(([path]) => path.startsWith('private/'))
      .map(([, text]) => text)
      .join('\n');
    const wanted = planted.filter(({ form }) => /^a (?:picture|file) (?:in|by|that notes)/.test(form));
    expect(wanted.length).toBe(7);
    expect(wanted.filter(({ word }) => !own.includes(word)).map(({ form }) => form)).toEqual([]);
  });
});
