import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Document, Rule } from './document.js';
import { textAt } from './structure.js';

/** A language as BCP 47 writes it: `de`, `de-CH`, `zh-Hant-TW`. */
const language = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** The document as a whole: what it says of itself, and what must not be in it. */
export const documentRules: readonly Rule[] = [
  {
    checkpoint: '6.2',
    text: 'The catalog says that the document is tagged, and has a structure tree.',
    *broken({ catalog }) {
      const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookup(PDFName.of('Marked'));
      if (marked !== PDFBool.True) yield 'MarkInfo';
      if (!catalog.has(PDFName.of('StructTreeRoot'))) yield 'StructTreeRoot';
    },
  },
  {
    checkpoint: '01-007',
    text: 'No tags are suspect.',
    *broken({ catalog }) {
      const suspects = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookup(PDFName.of('Suspects'));
      if (suspects !== undefined && suspects !== PDFBool.False) yield 'MarkInfo';
    },
  },
  {
    checkpoint: '06-001',
    text: 'The catalog has a stream of XMP metadata.',
    *broken({ xmp }) {
      if (xmp === null) yield 'catalog';
    },
  },
  {
    checkpoint: '06-002',
    text: 'The metadata say that the document follows part 1 of PDF/UA.',
    *broken({ xmp }) {
      const named = xmp?.includes('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"') ?? false;
      if (!named || property(xmp, 'pdfuaid:part') !== '1') yield 'pdfuaid:part';
    },
  },
  {
    checkpoint: '06-003',
    text: 'The metadata have a title.',
    *broken({ xmp }) {
      if (property(xmp, 'dc:title') === null) yield 'dc:title';
    },
  },
  {
    checkpoint: '7.1-8',
    text: 'The metadata say the same as the document’s properties.',
    *broken(document) {
      const information = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
      for (const [key, name] of [
        ['Title', 'dc:title'],
        ['Subject', 'dc:description'],
        ['Author', 'dc:creator'],
        ['Keywords', 'pdf:Keywords'],
        ['Producer', 'pdf:Producer'],
        ['Creator', 'xmp:CreatorTool'],
        ['CreationDate', 'xmp:CreateDate'],
        ['ModDate', 'xmp:ModifyDate'],
      ] as const) {
        const written = information === undefined ? null : textAt(information, key);
        const said = property(document.xmp, name);
        const same = key.endsWith('Date') ? said?.replace(/[-:T]|\.\d+/g, '') : said;
        if ((same ?? null) !== (written?.replace(/^D:/, '') ?? null))
          yield `${key}: ${written}, ${name}: ${said}`;
      }
    },
  },
  {
    checkpoint: '07-001',
    text: 'The catalog says whether a window shows the title.',
    *broken({ catalog }) {
      if (showsTitle(catalog) === undefined) yield 'DisplayDocTitle';
    },
  },
  {
    checkpoint: '07-002',
    text: 'A window shows the title and not the file’s name.',
    *broken({ catalog }) {
      if (showsTitle(catalog) === PDFBool.False) yield 'DisplayDocTitle';
    },
  },
  ...(
    [
      ['11-001', 'text', () => true],
      [
        '11-002',
        'alternative texts',
        ({ elements }) => elements.some(({ dict }) => dict.has(PDFName.of('Alt'))),
      ],
      ['11-003', 'bookmarks', ({ catalog }) => catalog.has(PDFName.of('Outlines'))],
      ['11-004', 'links', ({ pages }) => pages.some(({ annotations }) => annotations.length > 0)],
    ] satisfies [string, string, (document: Document) => boolean][]
  ).map(
    ([checkpoint, what, has]): Rule => ({
      checkpoint,
      text: `The language of ${what} is known.`,
      *broken(document) {
        if (has(document) && !language.test(textAt(document.catalog, 'Lang') ?? '')) yield 'catalog';
        if (checkpoint !== '11-001') return;
        for (const { lang, role } of document.elements)
          if (lang !== null && !language.test(lang)) yield `${role} ${lang}`;
      },
    }),
  ),
  {
    checkpoint: '11-006',
    text: 'The language of the metadata is known, and the same as that of the document.',
    *broken({ catalog, xmp }) {
      const own = textAt(catalog, 'Lang');
      if (own === null || property(xmp, 'dc:language') !== own)
        yield `dc:language: ${property(xmp, 'dc:language')}`;
    },
  },
  ...(['20-001', '20-002', '20-003'] as const).map(
    (checkpoint): Rule => ({
      checkpoint,
      text: {
        '20-001': 'Further configurations of optional content have a name.',
        '20-002': 'The configuration of optional content has a name.',
        '20-003': 'No optional content comes and goes by itself.',
      }[checkpoint],
      *broken({ catalog }) {
        const optional = catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict);
        if (optional === undefined) return;
        const usual = optional.lookupMaybe(PDFName.of('D'), PDFDict);
        const written = optional.lookupMaybe(PDFName.of('Configs'), PDFArray);
        const further = written?.asArray().map((_, at) => written.lookup(at, PDFDict)) ?? [];
        const all = [...(usual === undefined ? [] : [usual]), ...further];
        const asked = { '20-001': further, '20-002': all.slice(0, 1), '20-003': all }[checkpoint];
        for (const one of asked) {
          if (checkpoint === '20-003' ? one.has(PDFName.of('AS')) : !textAt(one, 'Name')) yield String(one);
        }
      },
    }),
  ),
  {
    checkpoint: '21-001',
    text: 'Attached files have names.',
    *broken({ context }) {
      for (const [ref, one] of context.enumerateIndirectObjects()) {
        if (!(one instanceof PDFDict) || !one.has(PDFName.of('EF'))) continue;
        if (!textAt(one, 'F') || !textAt(one, 'UF')) yield String(ref);
      }
    },
  },
  {
    checkpoint: '25-001',
    text: 'There is no form that is drawn anew while it is filled in.',
    *broken({ catalog }) {
      if (catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)?.has(PDFName.of('XFA'))) yield 'AcroForm';
    },
  },
  ...(['26-001', '26-002'] as const).map(
    (checkpoint): Rule => ({
      checkpoint,
      text:
        checkpoint === '26-001'
          ? 'An encrypted document says what is allowed.'
          : 'An encrypted document lets screen readers read it.',
      *broken({ context }) {
        const encrypted = context.lookupMaybe(context.trailerInfo.Encrypt, PDFDict);
        if (encrypted === undefined) return;
        const allowed = encrypted.lookupMaybe(PDFName.of('P'), PDFNumber)?.asNumber();
        const wrong =
          checkpoint === '26-001' ? allowed === undefined : allowed !== undefined && !(allowed & 0x200);
        if (wrong) yield 'trailer';
      },
    }),
  ),
];

function showsTitle(catalog: PDFDict) {
  return catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.lookup(PDFName.of('DisplayDocTitle'));
}

/** The words of a property, several of them with commas between; null where it is missing or empty. */
function property(xmp: string | null, name: string): string | null {
  const written = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp ?? '')?.[1] ?? '';
  const items = [...written.matchAll(/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/g)].map(([, item = '']) => item);
  const text = (items.length > 0 ? items.join(', ') : written)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return text === '' ? null : text;
}
