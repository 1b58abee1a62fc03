import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

/** With furniture in the margins, borders and grounds: what Chromium leaves untagged. */
const html = sheets(
  [
    {
      id: 'one',
      html: '<h1>One</h1><ul><li>First <em>and</em> <strong>foremost</strong><ol><li>inside</li></ol></li><li>Second</li></ul>',
    },
    {
      id: 'two',
      html: '<h2>Two</h2><aside>Aside</aside><p><a href="#one">Back</a> or <a href="https://example.org/?a=1&b=2">away</a></p><table><tr><th scope="col">Key</th></tr><tr><td>Value</td></tr></table>',
    },
  ],
  `<style>
@page { margin: 0 0 60px; @bottom-right { content: "Page " counter(page); border-top: 2px solid; background: #eee } }
.slide { height: 660px; background: linear-gradient(90deg, #eee 50%, #ddd 50%); border: 4px solid; outline: 2px dashed }
.slide::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 20px; background: #c00 }
table { border-collapse: collapse } td, th { border: 2px solid }
</style>`,
);

let browser: LentBrowser;
let pdf: ReadPdf;
beforeAll(async () => {
  browser = await testBrowser();
  const bookmarks = [{ level: 1, title: 'The first slide', target: 'one' }];
  const paper = { pages: 2, title: 'Fish & <chips>', authors: ['Ann', 'Bo'], bookmarks };
  const { value, diagnostics } = await printPage(browser, paperPage(html, paper));
  expect(diagnostics).toEqual([]);
  pdf = await readPdf(value?.bytes ?? new Uint8Array());
});
afterAll(() => browser?.end());

describe('a PDF for everybody', () => {
  test('says that it follows PDF/UA-1, and shows its title', () => {
    expect(pdf.universalAccess).toBe('1');
    expect(pdf.showsTitle).toBe(true);
    expect(pdf.information.Title).toBe('Fish & <chips>');
  });

  test('paints nothing that is neither tagged nor an artifact', () => {
    expect(pdf.pages.map((page) => page.untagged)).toEqual([0, 0]);
    expect(pdf.pages.map((page) => page.text)).toEqual([
      expect.stringContaining('Page 1'),
      expect.stringContaining('Page 2'),
    ]);
  });

  test('has lists whose items consist of a label and a body', () => {
    const roles = pdf.pages[0]?.roles ?? [];
    const count = (role: string) => roles.filter((one) => one === role).length;
    expect([count('LI'), count('Lbl'), count('LBody')]).toEqual([3, 3, 3]);
  });

  test('uses no role that the standard does not know', () => {
    const known = new Set(
      'Document Part Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Code Link Figure'.split(
        ' ',
      ),
    );
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    expect([...roles].filter((role) => !known.has(role))).toEqual([]);
    expect(roles).toContain('Span');
  });

  test('describes its links', () => {
    expect(pdf.pages[1]?.descriptions).toEqual(['The first slide', 'https://example.org/?a=1&b=2']);
  });
});
