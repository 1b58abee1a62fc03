import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pdfLib from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leakFinder } from '../../src/check/leaks/find-leaks.js';
import { textOfHtml } from '../../src/check/leaks/text-of-html.js';
import { textOfPdf } from '../../src/check/leaks/text-of-pdf.js';
import type { Product } from '../../src/config/settings.js';
import { discover } from '../../src/load/discover.js';
import { packageRoot } from '../../src/package-root.js';
import { type LeakCheck, leakCheck, leaksIn } from '../../src/pipeline/leaks.js';
import type { MadeProduct } from '../../src/pipeline/make-products.js';
import type { PreparedDeck } from '../../src/pipeline/prepare.js';
import { prepareDeck } from '../../src/pipeline/prepare.js';
import { readPdf } from '../../src/print/pdf-file.js';
import { loadPdfLib } from '../../src/print/pdf-lib.js';
import { wordsOf } from '../../src/print/text/pdf-words.js';
import { deckhand } from '../support/deckhand.js';
import { madeOf } from '../support/made.js';
import { noBrowser } from '../support/no-browser.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';

const svg = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><title>${words}</title></svg>`;

/** What everybody may read and what nobody should: each form of the latter once, in words of its own. */
const secrets = {
  'Note:': 'Wait until the last of them has put the pen down',
  'a box of notes': 'Tell how the night shift once lost three of its cranes',
  'data-notes': 'Smile at whoever sits in the very first row of chairs',
  'an aside': 'Mention that lunch is waiting on the other side of town',
  'a guide': 'Split the room into pairs that have never met each other',
  'a solution': 'Pull the second lever twice before anything else is touched',
  'a solution below a heading': 'Remove every volume that no container has asked for lately',
  'a hidden slide': 'Prices rise by a third as soon as spring is over',
  'a hidden fence': 'curl --silent registry internal port token very secret path',
  'a comment': 'Check these figures with the harbour office once more please',
  'a comment among words': 'Rewrite this part when the new harbour master is there',
  'a file included in notes': 'Everything about the strike of the dockers is in here',
  'a few words': 'Whisper goodbye',
};

const files = {
  'content/talk.md': `---
title: A talk
---

# A talk {data-notes="${secrets['data-notes']}"}

Note: ${secrets['Note:']}, **really** all of them.

---

## What is shown

Everybody may read these words, and they stand here for that.

![A crane](crane.svg)

<!-- ${secrets['a comment']} -->

::: notes
${secrets['a box of notes']}. ![](crane.svg) ![](private.svg)
:::

<aside class="notes">${secrets['an aside']}</aside>

Shown. <!-- ${secrets['a comment among words']} -->

::: guide
${secrets['a guide']}
:::

---

## Prices {hidden}

${secrets['a hidden slide']}

---

## A lab

::: exercise
Shown.

::: solution
${secrets['a solution']}
:::
:::

::: lab
1. Shown.

   \`\`\`bash hidden
   ${secrets['a hidden fence']}
   \`\`\`

### Solution

${secrets['a solution below a heading']}
:::

Note:

::: include strike.md
:::

---

## The end

Shown.

Note: ${secrets['a few words']}
`,
  'content/strike.md': `${secrets['a file included in notes']}\n`,
  'content/crane.svg': svg('A crane at work'),
  'content/private.svg': svg('A crane at rest'),
};

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-leaks-')));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
let deck: PreparedDeck;
let check: LeakCheck;
let page: string;
let slides: Uint8Array;

beforeAll(async () => {
  scatter(cwd, files);
  const run = await deckhand(['build', 'content', '--product', 'deck,slides', '-o', 'dist'], { cwd });
  expect(run.code, run.stderr).toBe(0);
  page = readFileSync(join(cwd, 'dist/public/talk/index.html'), 'utf8');
  slides = readFileSync(join(cwd, 'dist/public/talk/slides.pdf'));
  deck = await prepared(join(cwd, 'content'));
  check = await checkOf(deck);
  await loadPdfLib();
}, 180_000);

async function prepared(folder: string): Promise<PreparedDeck> {
  const { value } = await discover([folder], { cwd });
  const [source] = value.decks;
  if (!source) throw new Error('There is no deck.');
  return prepareDeck(source, undefined, {}, cwd, noBrowser);
}

async function checkOf({ written: [written] }: PreparedDeck): Promise<LeakCheck> {
  if (!written) throw new Error('The deck was not read.');
  return leakCheck(written);
}

function made(product: Product, path: string, content: string | Uint8Array, one = deck): MadeProduct {
  const [rendered] = one.editions;
  if (!rendered) throw new Error('The deck has mistakes.');
  return madeOf(rendered, product, path, content);
}

/** What is said of a published file. */
async function said(path: string, content: string, one = check): Promise<readonly string[]> {
  const found = await leaksIn(one, [made('deck', path, content)]);
  return found.map(({ code, message }) => `${code} ${message}`);
}

async function saidOfPdf(
  bytes: Uint8Array,
  product: Product = 'slides',
  one = check,
): Promise<readonly string[]> {
  const words = wordsOf(await readPdf(bytes));
  const found = await leaksIn(one, [
    { ...made(product, `public/talk/${product}.pdf`, bytes), words: () => words },
  ]);
  return found.map(({ message }) => message);
}

/** The page with something more in its body. */
function pageWith(html: string): string {
  expect(page).toContain('</main>');
  return page.replace('</main>', () => `\n${html}</main>`);
}

test('a calendar that holds a note is found, also where its lines go on below', async () => {
  const [words = ''] = Object.values(secrets);
  const event = (text: string) =>
    `BEGIN:VEVENT\r\nSUMMARY:${text.replace(/(.{12})/g, '$1\r\n ')}\r\nEND:VEVENT\r\n`;
  expect(await said('public/talk/agenda.ics', event(words))).toEqual([
    expect.stringMatching(/^leak\/found /),
  ]);
  expect(await said('public/talk/agenda.ics', event('Nothing else'))).toEqual([]);
});

describe('a page', () => {
  test('as it is built leaks nothing', async () => {
    expect(await said('public/talk/index.html', page)).toEqual([]);
  });

  test.each(Object.entries(secrets))('that holds %s is found, with the place in both', async (_, words) => {
    const found = await leaksIn(check, [
      made('deck', 'public/talk/index.html', pageWith(`<p>${words.toUpperCase()}</p>`)),
    ]);
    expect(found.map(({ code }) => code)).toEqual(['leak/found']);
    const [{ span, message, severity }] = found as [(typeof found)[number]];
    const line = page.split('</main>')[0]?.split('\n').length ?? 0;
    expect(message).toContain(`the public file \`public/talk/index.html\`, line ${line + 1}.`);
    expect(severity).toBe('error');
    const source = deck.sources.get(span?.file ?? '')?.slice(span?.start, span?.end) ?? '';
    const first = words.split(' ').slice(0, 6).join(' ');
    expect(source.replace(/[*]/g, '').startsWith(first), source).toBe(true);
  });

  test('may say again what the deck says to everybody', async () => {
    const open = 'Everybody may read these words, and they stand here for that.';
    expect(await said('public/talk/index.html', pageWith(`<p>${open}</p><img alt="${open}">`))).toEqual([]);
  });

  test('says no word of ours that a note of one word could be taken for', async () => {
    const pdf = wordsOf(await readPdf(slides));
    const texts = [textOfHtml(page), textOfPdf(pdf)];
    const all = new Set(
      [page, ...pdf.map(({ text }) => text)].flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []),
    );
    expect(all.size).toBeGreaterThan(100);
    const notes = [...all].map((text) => ({
      kind: 'spoken' as const,
      text,
      span: { file: '', start: 0, end: 0 },
    }));
    const finder = leakFinder(notes, [...check.open, ...check.openWords()]);
    expect(texts.flatMap((text) => finder?.find(text) ?? []).map(({ words }) => words)).toEqual([]);
  });

  test('that says a run of a private passage in a comment, an attribute or a script is found', async () => {
    const words = secrets['Note:'];
    for (const html of [
      `<!-- ${words} -->`,
      `<p data-x="${words}">x</p>`,
      `<script>const notes = ["${words}"];</script>`,
      `<style>p::after { content: "${words}" }</style>`,
    ]) {
      expect(await said('public/talk/index.html', pageWith(html)), html).toHaveLength(1);
    }
  });
});

describe('a file beside a page', () => {
  test('that is a drawing or a stylesheet is read as well', async () => {
    const words = secrets['a hidden slide'];
    expect(await said('public/talk/assets/drawing.1a2b3c4d.svg', svg(words))).toHaveLength(1);
    expect(await said('public/talk/assets/own.1a2b3c4d.css', `/* ${words} */`)).toHaveLength(1);
    expect(await said('public/talk/assets/own.1a2b3c4d.css', 'p { color: red }')).toEqual([]);
  });

  test('is found when only notes use it, under its own name, under another, and by its name in a page', async () => {
    const href = check.files.map((file) => file.href);
    expect(href).toEqual([expect.stringMatching(/^assets\/private\.\w+\.svg$/)]);
    const own = files['content/private.svg'];
    const message = /Only words that are not for the public refer to this file/;
    expect((await said(`public/talk/${href[0]}`, own)).join()).toMatch(message);
    expect((await said('public/talk/assets/other.svg', own)).join()).toMatch(message);
    expect((await said('public/talk/index.html', pageWith(`<img src="${href[0]}">`))).join()).toMatch(
      message,
    );
    expect(await said('public/talk/assets/crane.svg', files['content/crane.svg'])).toEqual([]);
  });
});

describe('a PDF', () => {
  const words = secrets['a guide'];

  /** The printed slides after something was done to them. */
  async function changed(change: (pdf: pdfLib.PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
    const pdf = await pdfLib.PDFDocument.load(slides, { updateMetadata: false });
    await change(pdf);
    return pdf.save({ updateFieldAppearances: false });
  }

  /** Puts operators at the end of the second page. `F` is Helvetica. */
  async function painted(operators: string): Promise<Uint8Array> {
    return changed(async (pdf) => {
      const page = pdf.getPages()[1] as pdfLib.PDFPage;
      const font = await pdf.embedFont(pdfLib.StandardFonts.Helvetica);
      page.node.setFontDictionary(pdfLib.PDFName.of('Planted'), font.ref);
      const stream = pdf.context.flateStream(operators.replaceAll('/F ', '/Planted '));
      page.node.addContentStream(pdf.context.register(stream));
    });
  }

  test('as it is printed leaks nothing', async () => {
    expect(await saidOfPdf(slides)).toEqual([]);
    expect(await saidOfPdf(await changed(() => undefined))).toEqual([]);
  });

  test.each([
    ['on a page', `BT /F 20 Tf 50 50 Td (${words}) Tj ET`],
    ['in capitals', `BT /F 20 Tf 50 50 Td (${words.toUpperCase()}) Tj ET`],
    [
      'over two lines',
      `BT /F 20 Tf 50 90 Td (Split the room into) Tj 0 -24 Td (pairs that have never) Tj ET`,
    ],
    ['hyphenated', `BT /F 20 Tf 50 90 Td (the room into pairs that ha-) Tj 0 -24 Td (ve never met) Tj ET`],
    [
      'without blanks',
      '/F 20 Tf BT 9 0 0 9 50 50 Tm [(the) -600 (room) -600 (into) -600 (pairs) -600 (that) -600 (have)] TJ ET',
    ],
    ['letter by letter', `BT /F 20 Tf 4 Tc 50 50 Td ${[...words].map((one) => `(${one}) Tj`).join(' ')} ET`],
    ['invisibly', `BT /F 20 Tf 3 Tr 50 50 Td (${words}) Tj ET`],
    ['beside the page', `BT /F 20 Tf -5000 50 Td (${words}) Tj ET`],
    ['as words for others', `/Span << /ActualText (${words}) >> BDC EMC`],
  ])('that holds private words %s is found, with its page', async (_, operators) => {
    const found = await saidOfPdf(await painted(operators));
    expect(found).toEqual([expect.stringContaining('`public/talk/slides.pdf`, page 2.')]);
  });

  test('that holds private words in a column, and another column beside it, is found', async () => {
    const column = 'BT /F 9 Tf 50 90 Td (Split the room into) Tj 0 -12 Td (pairs that have never) Tj ET';
    const other = 'BT /F 9 Tf 350 90 Td (nothing at all) Tj 0 -12 Td (is to be seen) Tj ET';
    expect(await saidOfPdf(await painted(`${column} ${other}`))).toHaveLength(1);
  });

  const { PDFHexString, PDFName, PDFString } = pdfLib;
  test.each<[string, string, (pdf: pdfLib.PDFDocument) => Promise<void> | void]>([
    ['its properties', 'its properties', (pdf) => pdf.setSubject(words)],
    [
      'its properties, once more as XMP',
      'its properties',
      (pdf) => {
        const xmp = pdf.context.stream(`<x><dc:title>${words}</dc:title></x>`, {
          Type: 'Metadata',
          Subtype: 'XML',
        });
        pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
      },
    ],
    [
      'a bookmark',
      'a bookmark',
      (pdf) => {
        const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), pdfLib.PDFDict);
        outlines
          .lookup(PDFName.of('First'), pdfLib.PDFDict)
          .set(PDFName.of('Title'), PDFHexString.fromText(words));
      },
    ],
    [
      'a text for screen readers',
      'a text for screen readers',
      (pdf) => {
        const alt = pdf.context.obj({ Type: 'StructElem', S: 'Figure' });
        alt.set(PDFName.of('Alt'), PDFHexString.fromText(words));
        pdf.context.register(alt);
      },
    ],
    [
      'the address of a link',
      'the address of a link',
      (pdf) => {
        const address = `https://example.org/?${words.replaceAll(' ', '-')}`;
        const link = { Type: 'Annot', Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(address) } };
        pdf.context.register(pdf.context.obj(link));
      },
    ],
    [
      'the description of a link',
      'the description of a link',
      (pdf) => {
        const link = { Type: 'Annot', Subtype: 'Link', Contents: PDFHexString.fromText(words) };
        pdf.context.register(pdf.context.obj(link));
      },
    ],
    [
      'a page label',
      'a page label',
      (pdf) => {
        pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [0, { P: PDFString.of(words) }] }));
      },
    ],
    ['an attached file', 'an attached file', (pdf) => pdf.attach(Buffer.from(words), 'notes.txt')],
    [
      'the name of an attached file',
      'the name of something in it',
      (pdf) => pdf.attach(Buffer.from('x'), `${words}.txt`),
    ],
    [
      'the name of a place',
      'the name of a place',
      (pdf) => {
        const dests = pdf.catalog.lookup(PDFName.of('Dests'), pdfLib.PDFDict);
        const name = PDFName.of(words.replaceAll(' ', '-'));
        dests.set(name, pdf.context.obj([pdf.getPages()[0]?.ref ?? null, 'XYZ', 0, 0, 0]));
      },
    ],
    [
      'how a field looks',
      'a drawing',
      async (pdf) => {
        const font = await pdf.embedFont(pdfLib.StandardFonts.Helvetica);
        await font.embed();
        const form = pdf.context.flateStream(`BT /F 9 Tf (${words}) Tj ET`, {
          Subtype: 'Form',
          Resources: { Font: { F: font.ref } },
        });
        pdf.context.register(form);
      },
    ],
  ])('that holds private words in %s is found, and says where', async (_, where, change) => {
    const found = await saidOfPdf(await changed(change));
    expect(found).toEqual([expect.stringContaining(`\`public/talk/slides.pdf\`, ${where}.`)]);
  });

  test('may hold notes where the handout is asked to show them, and nothing else that is private', async () => {
    const folder = temporaryFolder();
    scatter(folder, files);
    const text = files['content/talk.md'].replace(
      'title: A talk',
      'title: A talk\nhandout: { slides: 1, notes: true }',
    );
    scatter(folder, { 'content/talk.md': text });
    const own = await prepared(join(folder, 'content'));
    const ownCheck = await checkOf(own);
    const spoken = await painted(`BT /F 20 Tf 50 50 Td (${secrets['Note:']}) Tj ET`);
    const hidden = await painted(`BT /F 20 Tf 50 50 Td (${secrets['a hidden slide']}) Tj ET`);
    const found = async (bytes: Uint8Array, product: Product) => {
      const words = wordsOf(await readPdf(bytes));
      const one = { ...made(product, `public/talk/${product}.pdf`, bytes, own), words: () => words };
      return (await leaksIn(ownCheck, [one])).length;
    };
    expect(await found(spoken, 'handout')).toBe(0);
    expect(await found(spoken, 'slides')).toBe(1);
    expect(await found(hidden, 'handout')).toBe(1);
  });
});

/** A copy of the command whose templates say something more on every page of some products. */
function commandThatSays(html: string, ...products: readonly string[]): string {
  const folder = temporaryFolder();
  for (const part of ['lib', 'templates', 'package.json']) {
    cpSync(join(packageRoot(), part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(packageRoot(), 'node_modules'), join(folder, 'node_modules'));
  for (const product of products) {
    const path = join(folder, `templates/products/${product}.hbs`);
    const template = readFileSync(path, 'utf8');
    expect(template).toContain('</body>');
    writeFileSync(path, template.replace('</body>', `${html}</body>`));
  }
  return join(folder, 'lib/cli.js');
}

describe('a build that would publish something private', () => {
  const words = secrets['a comment'];

  test('fails, says both places, and leaves the last good output; other decks land', async () => {
    const command = commandThatSays(`<p hidden>${words}</p>`, 'deck');
    const folder = temporaryFolder();
    scatter(folder, { ...files, 'content/other.md': '---\ntitle: Another\n---\n\n# Another\n' });
    const args = ['build', 'content', '--product', 'deck'];
    expect((await deckhand(args, { cwd: folder })).code).toBe(0);
    const before = contents(join(folder, 'dist'));
    scatter(folder, { 'content/other.md': '---\ntitle: Another\n---\n\n# Another one\n' });
    const { code, stderr } = await deckhand(args, { cwd: folder, command });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /content\/talk\.md:\d+:6 error These words are in a comment, and stand in the public file `public\/talk\/index\.html`, line \d+\. \[leak\/found\]/,
    );
    const after = contents(join(folder, 'dist'));
    expect(after['public/talk/index.html']).toBe(before['public/talk/index.html']);
    expect(after['public/other/index.html']).toContain('Another one');
  });

  test('fails by a PDF as well, though it was printed when nothing in it was private', async () => {
    const line = `<p style="position:absolute;top:0;left:0;margin:0">${words}</p>`;
    const command = commandThatSays(line, 'slides');
    const folder = temporaryFolder();
    const talk = '---\ntitle: A talk\n---\n\n# A talk\n';
    scatter(folder, { 'content/talk.md': talk });
    const args = ['build', 'content', '--product', 'slides'];
    const first = await deckhand(args, { cwd: folder, command });
    expect(first.code, first.stderr).toBe(0);
    const before = contents(join(folder, 'dist'));
    // A comment changes nothing on the page: it is not printed again.
    scatter(folder, { 'content/talk.md': `${talk}\n<!-- ${words} -->\n` });
    const { code, stderr } = await deckhand(args, { cwd: folder, command });
    expect(code, stderr).toBe(1);
    expect(stderr).toContain('stand in the public file `public/talk/slides.pdf`, page 1. [leak/found]');
    expect(contents(join(folder, 'dist'))).toEqual(before);
  }, 60_000);

  test('says each file once, those that are looked through while others are printed as well', async () => {
    const line = `<p style="position:absolute;top:0;left:0;margin:0">${words}</p>`;
    const command = commandThatSays(line, 'deck', 'slides', 'handout');
    const folder = temporaryFolder();
    scatter(folder, files);
    const { code, stderr } = await deckhand(['build', 'content', '--product', 'deck,slides,handout'], {
      cwd: folder,
      command,
    });
    expect(code, stderr).toBe(1);
    const told = [...stderr.matchAll(/in the public file `([^`]+)`.* \[leak\/found\]/g)].map(
      ([, path]) => path,
    );
    expect(told.sort()).toEqual(
      ['handout.pdf', 'index.html', 'slides.pdf'].map((name) => `public/talk/${name}`),
    );
  }, 60_000);
});

test('the decks that come with Deckhand have something to keep, so that their builds show something', async () => {
  for (const one of ['content/tour', 'content/kubernetes-vs-docker', 'test/golden/workshop/content']) {
    const own = await checkOf(await prepared(join(packageRoot(), one)));
    expect(own.passages.length, one).toBeGreaterThan(2);
  }
});
