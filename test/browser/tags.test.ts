import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { type Document, readDocument } from '../support/pdf-ua/document.js';
import { type Element, textAt } from '../support/pdf-ua/structure.js';
import { paperPage, testBrowser } from '../support/printing.js';
import { flowingPage, wholePage } from '../support/whole-page.js';

let browser: LentBrowser;
let document: Document;
beforeAll(async () => {
  browser = await testBrowser();
  const { value } = await printPage(browser, paperPage(wholePage, { pages: 4 }));
  document = await readDocument(value?.bytes ?? new Uint8Array());
});
afterAll(() => browser?.end());

function all(role: string): readonly Element[] {
  return document.elements.filter((one) => one.role === role);
}

/** An element with what is in it, mere groups left out: `LI(Lbl LBody(P))`. */
function shape({ role, children }: Element): string {
  const inside = children.map(shape).filter((text) => text !== '');
  if (role === 'NonStruct') return inside.join(' ');
  return inside.length === 0 ? role : `${role}(${inside.join(' ')})`;
}

describe('the tags of a printed page', () => {
  test('say of contents, notes and terms what they are', () => {
    expect(all('TOC').map(shape)[0]).toBe('TOC(TOCI(Lbl Reference(Link) TOC(TOCI(Lbl Reference(Link)))))');
    expect(all('Note').map(shape)).toEqual(['Note(Lbl Link)', 'Note(Lbl)']);
    expect(all('Note').map(({ dict }) => textAt(dict, 'ID'))).toEqual(['note000001', 'note000002']);
    expect(all('L').map(shape)).toContain('L(LI(Lbl Lbl LBody) LI(Lbl LBody))');
    expect(all('Reference').map(shape)).toContain('Reference(Link)');
  });

  test('give pictures their own words or their caption, and make up none', () => {
    const words = all('Figure').map(({ dict }) => textAt(dict, 'Alt'));
    expect(words).toEqual(['A dot', 'With a caption alone', 'A circle', 'A square']);
    expect(all('BlockQuote').map(({ parent }) => parent && shape(parent))).toEqual([
      'Div(BlockQuote Caption)',
    ]);
  });

  test('call formulas formulas, and say them', () => {
    expect(all('Formula').map(({ dict }) => textAt(dict, 'Alt'))).toEqual(['x^2', 'y=2']);
  });

  test('know words in another language', () => {
    expect(all('Span').map(({ dict }) => textAt(dict, 'Lang'))).toEqual(expect.arrayContaining(['de', 'fr']));
    const languages = document.elements.map(({ dict }) => textAt(dict, 'Lang')).filter((one) => one !== null);
    expect([...new Set(languages)].sort()).toEqual(['de', 'en', 'fr']);
  });

  test('begin headings at level 1 and skip none', () => {
    const headings = document.elements.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => role);
    expect(headings).toEqual(['H1', 'H2', 'H2', 'H3', 'H2']);
  });

  test('keep empty cells, and make a list or a table of nothing that is none', () => {
    expect(all('Table').map(shape)).toEqual([
      'Table(Caption TR(TH TH) TR(TH TD) TR(TH TD))',
      'Table(TR(TD TD TD) TR(TD TD))',
    ]);
  });
});

test('the heads of a table that runs over pages are read once', async () => {
  const { value } = await printPage(browser, paperPage(flowingPage, { pages: 1, mayGrow: true }));
  const { elements } = await readDocument(value?.bytes ?? new Uint8Array());
  const heads = elements.filter(({ role }) => role === 'TH');
  expect(heads).toHaveLength(6);
  for (const head of heads) expect(head.children.flatMap(({ content }) => content)).toHaveLength(1);
});
