import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { type Document, readDocument } from '../support/pdf-ua/document.js';
import type { Element } from '../support/pdf-ua/structure.js';
import { brokenIn, brokenRules, documentOf, universalAccessRules } from '../support/pdf-ua.js';
import { paperPage, testBrowser } from '../support/printing.js';
import { wholePage } from '../support/whole-page.js';

const name = PDFName.of;

let browser: LentBrowser;
let bytes: Uint8Array;
beforeAll(async () => {
  browser = await testBrowser();
  const { value, diagnostics } = await printPage(
    browser,
    paperPage(wholePage, {
      pages: 4,
      title: 'Fish & <chips>',
      authors: ['Ann', 'Bo'],
      subject: 'All <of> it',
      keywords: ['one', 'two'],
      date: '2026-03-12',
      bookmarks: [{ level: 1, title: 'The first slide', target: 'one' }],
    }),
  );
  expect(diagnostics).toEqual([]);
  bytes = value?.bytes ?? new Uint8Array();
});
afterAll(() => browser?.end());

test('a page with everything on it follows all rules', async () => {
  expect(await brokenRules(bytes)).toEqual([]);
});

function first({ elements }: Document, role: string, last = false): Element {
  const found = elements.filter((one) => one.standard === role);
  const element = found.at(last ? -1 : 0);
  if (element === undefined) throw new Error(`There is no ${role} to spoil.`);
  return element;
}

function call(element: Element, role: string): void {
  element.dict.set(name('S'), name(role));
}

function annotation({ pages }: Document): PDFDict {
  const found = pages.flatMap(({ annotations }) => annotations)[0];
  if (found === undefined) throw new Error('There is no annotation to spoil.');
  return found.dict;
}

function page({ pages }: Document, index = 0): PDFDict {
  const found = pages[index];
  if (found === undefined) throw new Error('There is no page to spoil.');
  return found.dict;
}

/** Appends to the content of a page, or changes it. */
function paint(document: Document, more: string, change = (text: string) => text, index = 0): void {
  const leaf = page(document, index);
  const stream = leaf.lookup(name('Contents')) as PDFRawStream;
  const text = change(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
  leaf.set(
    name('Contents'),
    document.context.register(document.context.stream(Buffer.from(`${text}\n${more}`, 'latin1'))),
  );
}

function font(document: Document): PDFDict {
  const fonts = page(document).lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict);
  return fonts.lookup(fonts.keys()[0] as PDFName, PDFDict);
}

/** The name by which the first page calls that font. */
function fontName(document: Document): string {
  const fonts = page(document).lookup(name('Resources'), PDFDict).lookup(name('Font'), PDFDict);
  return String(fonts.keys()[0]);
}

function descendant(document: Document): PDFDict {
  return font(document).lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
}

/** Lets all characters of the first font mean the same. */
function mean(document: Document, value: string): void {
  const lines = Array.from(
    { length: 4000 },
    (_, code) => `<${code.toString(16).padStart(4, '0')}> <${value}>`,
  );
  const text = `beginbfchar\n${lines.join('\n')}\nendbfchar`;
  font(document).set(name('ToUnicode'), document.context.register(document.context.stream(text)));
}

function metadata({ context, catalog, xmp }: Document, from: RegExp, to: string): void {
  catalog.set(name('Metadata'), context.register(context.stream(Buffer.from((xmp ?? '').replace(from, to)))));
}

function roleMap({ catalog }: Document): PDFDict {
  return catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict);
}

const noLanguage = ({ catalog }: Document) => catalog.delete(name('Lang'));
const kind = (subtype: string) => (document: Document) =>
  annotation(document).set(name('Subtype'), name(subtype));

/** How to break each rule. */
const spoil: Readonly<Record<string, (document: Document) => unknown>> = {
  '6.2': ({ catalog }) => catalog.delete(name('MarkInfo')),
  '01-003': (all) => paint(all, '', (text) => text.replace(/BDC\n/, 'BDC\n/Artifact BMC\nEMC\n')),
  '01-004': (all) => paint(all, 'EMC', (text) => `/Artifact BMC\n${text}`),
  '01-005': (all) => paint(all, '0 0 9 9 re\nf'),
  '01-007': ({ catalog, context }) =>
    catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), context.obj(true)),
  '02-001': (all) => call(first(all, 'P'), 'Paragraph'),
  '02-003': (all) => {
    roleMap(all).set(name('Here'), name('There'));
    roleMap(all).set(name('There'), name('Here'));
  },
  '02-004': (all) => roleMap(all).set(name('P'), name('Span')),
  '06-001': ({ catalog }) => catalog.delete(name('Metadata')),
  '06-002': (all) => metadata(all, /<pdfuaid:part>1/, '<pdfuaid:part>2'),
  '06-003': (all) => metadata(all, /<dc:title>.*?<\/dc:title>/, ''),
  '07-001': ({ catalog }) => catalog.delete(name('ViewerPreferences')),
  '07-002': ({ catalog, context }) =>
    catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), context.obj(false)),
  '09-004': (all) => call(first(all, 'TR'), 'P'),
  '09-005': (all) => call(first(all, 'LBody'), 'P'),
  '09-006': (all) => call(first(all, 'TOC'), 'Div'),
  '09-007': (all) => call(first(all, 'RT'), 'RB'),
  '09-008': (all) => call(first(all, 'Span'), 'WT'),
  '10-001': (all) => mean(all, ''),
  '11-001': noLanguage,
  '11-002': noLanguage,
  '11-003': noLanguage,
  '11-004': noLanguage,
  '11-006': (all) => metadata(all, /<rdf:li>en</, '<rdf:li>fr<'),
  '13-004': (all) => first(all, 'Figure').dict.delete(name('Alt')),
  '14-002': (all) => call(first(all, 'H1'), 'H2'),
  '14-003': (all) => call(first(all, 'H3'), 'H4'),
  '14-006': (all) => {
    const parent = first(all, 'H1').parent as Element;
    parent.dict.set(name('K'), all.context.obj([heading(all, parent), heading(all, parent)]));
  },
  '14-007': (all) => call(first(all, 'P'), 'H'),
  '15-003': (all) => {
    for (const one of all.elements) if (['TH', 'TD'].includes(one.standard)) one.dict.delete(name('A'));
  },
  '17-002': (all) => first(all, 'Formula').dict.delete(name('Alt')),
  '17-003': (all) => {
    for (const [, one] of all.context.enumerateIndirectObjects()) {
      if (one instanceof PDFDict) one.delete(name('ToUnicode'));
    }
  },
  '19-003': (all) => first(all, 'Note').dict.delete(name('ID')),
  '19-004': (all) => first(all, 'Note').dict.set(name('ID'), PDFString.of('note000002')),
  '20-001': ({ catalog, context }) => catalog.set(name('OCProperties'), context.obj({ Configs: [{}] })),
  '20-002': ({ catalog, context }) => catalog.set(name('OCProperties'), context.obj({ D: {} })),
  '20-003': ({ catalog, context }) =>
    catalog.set(name('OCProperties'), context.obj({ D: { Name: PDFString.of('One'), AS: [] } })),
  '21-001': ({ context }) => context.register(context.obj({ F: PDFString.of('a.txt'), EF: {} })),
  '25-001': ({ catalog, context }) => catalog.set(name('AcroForm'), context.obj({ XFA: [] })),
  '26-001': ({ context }) => {
    context.trailerInfo.Encrypt = context.obj({});
  },
  '26-002': ({ context }) => {
    context.trailerInfo.Encrypt = context.obj({ P: -3904 & ~0x200 });
  },
  '28-002': kind('Text'),
  '28-004': (all) => annotation(all).delete(name('Contents')),
  '28-005': kind('Widget'),
  '28-006': kind('Unheard'),
  '28-007': kind('TrapNet'),
  '28-008': (all) => page(all).delete(name('Tabs')),
  '28-009': (all) => page(all).set(name('Tabs'), name('R')),
  '28-010': kind('Widget'),
  '28-011': (all) => call(first(all, 'Link'), 'Span'),
  '28-012': (all) => annotation(all).delete(name('Contents')),
  '28-014': ({ context }) => context.register(context.obj({ S: 'MCD', Alt: [] })),
  '28-015': ({ context }) => context.register(context.obj({ S: 'MCD', CT: PDFString.of('video/mp4') })),
  '28-016': kind('FileAttachment'),
  '28-017': kind('PrinterMark'),
  '30-001': ({ context }) => context.register(context.stream('', { Subtype: 'Form', Ref: {} })),
  '30-002': (all) => {
    const form = all.context.register(all.context.stream('/P <</MCID 0 >>BDC\nEMC', { Subtype: 'Form' }));
    for (const index of [0, 1]) {
      page(all, index)
        .lookup(name('Resources'), PDFDict)
        .set(name('XObject'), all.context.obj({ Twice: form }));
      paint(all, '/Twice Do', (text) => text.replace(/^.* Do$/gm, ''), index);
    }
  },
  '31-004': (all) => descendant(all).set(name('CIDToGIDMap'), name('Other')),
  '31-005': (all) => descendant(all).delete(name('CIDToGIDMap')),
  '31-006': (all) => font(all).set(name('Encoding'), name('UniJIS-UTF16-H')),
  '31-009': (all) => descendant(all).lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2')),
  '31-011': (all) => paint(all, `/Artifact BMC\nBT\n${fontName(all)} 9 Tf\n<fff0> Tj\nET\nEMC`),
  '31-014': (all) =>
    descendant(all)
      .lookup(name('FontDescriptor'), PDFDict)
      .set(name('CIDSet'), all.context.register(all.context.stream('0'))),
  '31-016': (all) => descendant(all).delete(name('W')),
  '31-027': (all) => font(all).delete(name('ToUnicode')),
  '31-028': (all) => mean(all, '0000'),
  '31-029': (all) => mean(all, 'feff'),
  '31-030': (all) => paint(all, `/Artifact BMC\nBT\n${fontName(all)} 9 Tf\n<0000> Tj\nET\nEMC`),
  '7.1-2': (all) => {
    const { dict } = first(all, 'P');
    dict.set(name('K'), PDFNumber.of(0));
  },
  '7.1-8': ({ context }) =>
    context.lookup(context.trailerInfo.Info, PDFDict).set(name('Title'), PDFString.of('Fish')),
  '7.1-12': (all) => first(all, 'P').dict.delete(name('P')),
  '7.5': (all) => {
    const { dict, children } = first(all, 'TR');
    dict.set(name('K'), all.context.obj(children.slice(1).flatMap(({ ref }) => ref ?? [])));
  },
  '7.18.4': (all) => first(all, 'Form').dict.delete(name('A')),
  '7.21': (all) => descendant(all).set(name('Subtype'), name('CIDFontType0')),
};

function heading({ context }: Document, parent: Element) {
  return context.register(context.obj({ S: 'H', P: parent.ref ?? undefined }));
}

describe('a rule that is broken is named by its checkpoint', () => {
  test('and there is a way to break each', () => {
    const all = new Set(universalAccessRules.map(({ checkpoint }) => checkpoint));
    expect(Object.keys(spoil).sort()).toEqual([...all].sort());
  });

  test.for(Object.keys(spoil))('%s', async (checkpoint) => {
    const document = await readDocument(bytes);
    spoil[checkpoint]?.(document);
    const broken = brokenIn(documentOf(document.context)).map((line) => line.split(' ')[0]);
    expect(broken).toContain(checkpoint);
  });
});
