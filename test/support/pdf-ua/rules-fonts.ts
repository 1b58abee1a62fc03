import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Document, Rule } from './document.js';
import { codesOf, descendantOf, kindOf, programOf, toUnicode, widthsOf } from './fonts.js';

/** A font, and the codes of it that stand on pages. */
interface Used {
  readonly font: PDFDict;
  readonly name: string;
  readonly kind: string;
  readonly codes: ReadonlySet<number>;
}

const usedFonts = new WeakMap<Document, readonly Used[]>();

function fontsOf(document: Document): readonly Used[] {
  const known = usedFonts.get(document);
  if (known !== undefined) return known;
  const codes = new Map<PDFDict, Set<number>>();
  for (const { content } of document.pages) {
    for (const { text } of content.painted) {
      if (text === null) continue;
      const set = codes.get(text.font) ?? new Set();
      codes.set(text.font, set);
      for (const code of codesOf(text.font, text.bytes)) set.add(code);
    }
  }
  const found = [...codes].map(([font, codes]) => ({
    font,
    name: font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? 'Type 3',
    kind: kindOf(font),
    codes,
  }));
  usedFonts.set(document, found);
  return found;
}

/** One rule about composite fonts, which is what the browser writes besides Type 3. */
function composite(
  checkpoint: string,
  text: string,
  wrong: (used: Used, descendant: PDFDict) => Iterable<string>,
): Rule {
  return {
    checkpoint,
    text,
    *broken(document) {
      for (const used of fontsOf(document)) {
        if (used.kind !== 'Type0') continue;
        for (const what of wrong(used, descendantOf(used.font))) yield `${used.name}: ${what}`;
      }
    },
  };
}

function everyFont(checkpoint: string, text: string, wrong: (used: Used) => Iterable<string>): Rule {
  return {
    checkpoint,
    text,
    *broken(document) {
      for (const used of fontsOf(document)) for (const what of wrong(used)) yield `${used.name}: ${what}`;
    },
  };
}

const hex = (code: number) => code.toString(16).padStart(4, '0');

/** Fonts: embedded, as wide as they say, and every character means something. */
export const fontRules: readonly Rule[] = [
  everyFont('7.21', 'Fonts are of the kinds that these rules know.', function* ({ kind, font }) {
    const descendant = kind === 'Type0' ? kindOf(descendantOf(font)) : null;
    if (kind !== 'Type3' && descendant !== 'CIDFontType2') yield `${kind} ${descendant ?? ''}`.trim();
  }),
  everyFont('10-001', 'Every character on a page means something.', function* ({ font, codes }) {
    const meanings = toUnicode(font);
    for (const code of codes) if (meanings !== null && !meanings.get(code)) yield hex(code);
  }),
  composite(
    '31-004',
    'A table from characters to glyphs is the usual one or embedded.',
    function* (_, descendant) {
      const map = descendant.lookup(PDFName.of('CIDToGIDMap'));
      if (map !== undefined && map !== PDFName.of('Identity') && !(map instanceof PDFRawStream))
        yield String(map);
    },
  ),
  composite('31-005', 'There is a table from characters to glyphs.', function* (_, descendant) {
    if (!descendant.has(PDFName.of('CIDToGIDMap'))) yield 'CIDToGIDMap';
  }),
  composite(
    '31-006',
    'The encoding is one that needs no table: 31-001 to 31-003, 31-007 and 31-008 ask nothing.',
    function* ({ font }) {
      if (font.get(PDFName.of('Encoding')) !== PDFName.of('Identity-H'))
        yield String(font.get(PDFName.of('Encoding')));
    },
  ),
  composite('31-009', 'The font is embedded.', function* (_, descendant) {
    if (programOf(descendant) === null) yield 'FontFile2';
  }),
  composite('31-011', 'The font has the glyphs that are used.', function* ({ codes }, descendant) {
    const glyphs = programOf(descendant)?.glyphs ?? Number.POSITIVE_INFINITY;
    for (const code of codes) if (code >= glyphs) yield hex(code);
  }),
  composite(
    '31-014',
    'No list of glyphs is there that could be wrong, as 31-015 asks too.',
    function* (_, descendant) {
      if (descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.has(PDFName.of('CIDSet')))
        yield 'CIDSet';
    },
  ),
  composite('31-016', 'Glyphs are as wide as the PDF says.', function* ({ codes }, descendant) {
    const program = programOf(descendant);
    const widths = widthsOf(descendant);
    for (const code of codes) {
      if (program === null || code >= program.glyphs) continue;
      if (Math.abs(program.width(code) - widths(code)) > 1)
        yield `${hex(code)} ${program.width(code)} ${widths(code)}`;
    }
  }),
  everyFont('31-027', 'The font says what its characters mean.', function* ({ font }) {
    if (toUnicode(font) === null) yield 'ToUnicode';
  }),
  everyFont('31-028', 'No character means U+0000.', function* ({ font, codes }) {
    for (const [code, text] of toUnicode(font) ?? [])
      if (codes.has(code) && text.includes('\0')) yield hex(code);
  }),
  everyFont('31-029', 'No character means U+FEFF or U+FFFE.', function* ({ font, codes }) {
    for (const [code, text] of toUnicode(font) ?? [])
      if (codes.has(code) && /[\ufeff\ufffe]/.test(text)) yield hex(code);
  }),
  composite('31-030', 'No character is shown as the sign for what is missing.', function* ({ codes }) {
    if (codes.has(0)) yield '.notdef';
  }),
  {
    checkpoint: '17-003',
    text: 'Every character of a formula means something.',
    *broken(document) {
      const formulas = document.elements.filter(({ standard }) => standard === 'Formula');
      const within = new Map<PDFDict | null, Set<number>>();
      const collect = (one: (typeof formulas)[number]) => {
        for (const { owner, mcid } of one.content) {
          within.set(owner, (within.get(owner) ?? new Set()).add(mcid));
        }
        one.children.forEach(collect);
      };
      formulas.forEach(collect);
      for (const { number, content } of document.pages) {
        for (const { marks, text } of content.painted) {
          if (
            text === null ||
            !marks.some(({ mcid, owner }) => mcid !== null && within.get(owner)?.has(mcid))
          )
            continue;
          const meanings = toUnicode(text.font);
          for (const code of codesOf(text.font, text.bytes))
            if (!meanings?.get(code)) yield `page ${number}: ${hex(code)}`;
        }
      }
    },
  },
];
