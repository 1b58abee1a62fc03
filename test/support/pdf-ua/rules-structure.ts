import { PDFArray, PDFDict, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { Document, Rule } from './document.js';
import { attributeOf, type Element, standardTypes, textAt } from './structure.js';

const named = (types: string) => new Set(types.split(' '));

/** Which elements may stand in which: of parts that have a place of their own, by the Matterhorn checkpoint. */
const nesting: readonly {
  readonly checkpoint: string;
  readonly what: string;
  /** What may be in an element, in place of content of its own. */
  readonly inside: Readonly<Record<string, ReadonlySet<string>>>;
  readonly around: Readonly<Record<string, ReadonlySet<string>>>;
}[] = [
  {
    checkpoint: '09-004',
    what: 'Tables consist of rows, and rows of cells',
    inside: {
      Table: named('TR THead TBody TFoot Caption'),
      THead: named('TR'),
      TBody: named('TR'),
      TFoot: named('TR'),
      TR: named('TH TD'),
    },
    around: {
      THead: named('Table'),
      TBody: named('Table'),
      TFoot: named('Table'),
      TR: named('Table THead TBody TFoot'),
      TH: named('TR'),
      TD: named('TR'),
    },
  },
  {
    checkpoint: '09-005',
    what: 'Lists consist of items, and items of a label and a body',
    inside: { L: named('LI L Caption'), LI: named('Lbl LBody') },
    around: { LI: named('L'), LBody: named('LI') },
  },
  {
    checkpoint: '09-006',
    what: 'Contents consist of entries',
    inside: { TOC: named('TOC TOCI Caption'), TOCI: named('Lbl Reference NonStruct P TOC') },
    around: { TOCI: named('TOC') },
  },
  {
    checkpoint: '09-007',
    what: 'Ruby consists of a base and a text',
    inside: { Ruby: named('RB RT RP') },
    around: { RB: named('Ruby'), RT: named('Ruby'), RP: named('Ruby') },
  },
  {
    checkpoint: '09-008',
    what: 'Warichu consists of its text and its brackets',
    inside: { Warichu: named('WT WP') },
    around: { WT: named('Warichu'), WP: named('Warichu') },
  },
];

function* wronglyNested(document: Document, { inside, around }: (typeof nesting)[number]): Iterable<string> {
  for (const element of document.elements) {
    const { standard, parent, children, content } = element;
    const may = inside[standard];
    const mayBeIn = around[standard];
    if (mayBeIn && !mayBeIn.has(parent?.standard ?? '')) yield `${standard} in ${parent?.standard}`;
    if (!may) continue;
    if (content.length > 0 && standard !== 'TOCI') yield `text in ${standard}`;
    if (children.length === 0) yield `${standard} with nothing in it`;
    for (const child of children) if (!may.has(child.standard)) yield `${child.standard} in ${standard}`;
    const caption = children.findIndex((child) => child.standard === 'Caption');
    const end = standard === 'Table' ? children.length - 1 : 0;
    if (caption > 0 && caption !== end) yield `Caption in the middle of ${standard}`;
    const ruby = children.map((child) => child.standard).join(' ');
    if (standard === 'Ruby' && !/^RB RT$|^RB RP RT RP$/.test(ruby)) yield `Ruby of ${ruby}`;
  }
}

/** The structure tree: known types, each in its place, with the words for those who cannot see. */
export const structureRules: readonly Rule[] = [
  {
    checkpoint: '02-001',
    text: 'Types of our own count as standard types.',
    *broken({ elements }) {
      for (const { role, standard } of elements) if (!standardTypes.has(standard)) yield role;
    },
  },
  {
    checkpoint: '02-003',
    text: 'No type counts as itself by way of others.',
    *broken({ catalog }) {
      for (const [role, to] of roleMapOf(catalog)) {
        const seen = new Set([role]);
        for (let now: string | undefined = to; now !== undefined; now = roleMapOf(catalog).get(now)) {
          if (seen.has(now)) yield role;
          if (seen.has(now)) break;
          seen.add(now);
        }
      }
    },
  },
  {
    checkpoint: '02-004',
    text: 'No standard type counts as another one.',
    *broken({ catalog }) {
      for (const role of roleMapOf(catalog).keys()) if (standardTypes.has(role)) yield role;
    },
  },
  {
    checkpoint: '7.1-12',
    text: 'Every element knows the one that it stands in.',
    *broken({ catalog, context, elements }) {
      const root = context.lookup(catalog.get(PDFName.of('StructTreeRoot')));
      for (const { dict, parent, role } of elements) {
        if (context.lookup(dict.get(PDFName.of('P'))) !== (parent?.dict ?? root)) yield role;
      }
    },
  },
  ...nesting.map(
    (one): Rule => ({
      checkpoint: one.checkpoint,
      text: `${one.what}.`,
      broken: (document) => wronglyNested(document, one),
    }),
  ),
  {
    checkpoint: '13-004',
    text: 'Every figure has words for those who cannot see it.',
    *broken({ elements }) {
      for (const one of elements) {
        if (one.standard === 'Figure' && !textAt(one.dict, 'Alt') && !textAt(one.dict, 'ActualText'))
          yield path(one);
      }
    },
  },
  {
    checkpoint: '14-002',
    text: 'The first heading is of level 1.',
    *broken(document) {
      const first = levels(document)[0];
      if (first !== undefined && first !== 1) yield `H${first}`;
    },
  },
  {
    checkpoint: '14-003',
    text: 'No level of headings is skipped.',
    *broken(document) {
      const all = levels(document);
      for (const [index, level] of all.entries()) {
        const before = all[index - 1];
        if (before !== undefined && level > before + 1) yield `H${level} after H${before}`;
      }
    },
  },
  {
    checkpoint: '14-006',
    text: 'No element has two headings without a level.',
    *broken({ elements }) {
      for (const one of elements)
        if (one.children.filter(({ standard }) => standard === 'H').length > 1) yield path(one);
    },
  },
  {
    checkpoint: '14-007',
    text: 'Headings have levels everywhere or nowhere.',
    *broken(document) {
      if (levels(document).length > 0 && document.elements.some(({ standard }) => standard === 'H'))
        yield 'H';
    },
  },
  {
    checkpoint: '15-003',
    text: 'Heads of tables say what they are the head of, and cells name heads that are there.',
    *broken({ elements }) {
      for (const table of elements.filter(({ standard }) => standard === 'Table')) {
        const cells = inside(table).filter(({ standard }) => standard === 'TH' || standard === 'TD');
        const heads = cells.filter(({ standard }) => standard === 'TH');
        const ids = new Set(heads.map(({ dict }) => textAt(dict, 'ID')));
        const named = new Set<string>();
        for (const cell of cells) {
          const written = attributeOf(cell, 'Table', 'Headers');
          for (const id of written instanceof PDFArray ? written.asArray() : []) {
            const text = id instanceof PDFString ? id.decodeText() : String(id);
            if (ids.has(text)) named.add(text);
            else yield `${path(cell)} names ${text}`;
          }
        }
        for (const head of heads) {
          const scope = attributeOf(head, 'Table', 'Scope');
          if (scope === undefined && !named.has(textAt(head.dict, 'ID') ?? '')) yield path(head);
        }
      }
    },
  },
  {
    checkpoint: '7.5',
    text: 'All rows of a table have the same number of cells.',
    *broken({ elements }) {
      for (const table of elements.filter(({ standard }) => standard === 'Table')) {
        const rows = inside(table).filter(({ standard }) => standard === 'TR');
        const taken: number[] = rows.map(() => 0);
        for (const [index, row] of rows.entries()) {
          for (const cell of row.children) {
            for (let below = 0; below < span(cell, 'RowSpan'); below++) {
              taken[index + below] = (taken[index + below] ?? 0) + span(cell, 'ColSpan');
            }
          }
        }
        if (taken.length > rows.length || new Set(taken).size > 1)
          yield `${path(table)}: ${taken.join(', ')}`;
      }
    },
  },
  {
    checkpoint: '17-002',
    text: 'Every formula has words for those who cannot see it.',
    *broken({ elements }) {
      for (const one of elements) if (one.standard === 'Formula' && !textAt(one.dict, 'Alt')) yield path(one);
    },
  },
  {
    checkpoint: '19-003',
    text: 'Every note has an id.',
    *broken({ elements }) {
      for (const one of elements) if (one.standard === 'Note' && !textAt(one.dict, 'ID')) yield path(one);
    },
  },
  {
    checkpoint: '19-004',
    text: 'No two elements have the same id, and all of them are in the index.',
    *broken({ catalog, elements }) {
      const seen = new Set<string>();
      const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
      const names = root
        ?.lookupMaybe(PDFName.of('IDTree'), PDFDict)
        ?.lookupMaybe(PDFName.of('Names'), PDFArray);
      const listed = (names?.asArray() ?? []).flatMap((name) =>
        name instanceof PDFString ? [name.decodeText()] : [],
      );
      for (const { dict } of elements) {
        const id = textAt(dict, 'ID');
        if (id === null) continue;
        if (seen.has(id)) yield `${id} twice`;
        if (!listed.includes(id)) yield `${id} is not in the index`;
        seen.add(id);
      }
      if (listed.join() !== [...listed].sort().join()) yield 'the index is not in order';
    },
  },
];

function roleMapOf(catalog: Document['catalog']): Map<string, string> {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const entries = root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)?.entries() ?? [];
  return new Map(entries.map(([from, to]) => [from.decodeText(), String(to).slice(1)]));
}

function levels({ elements }: Document): number[] {
  return elements.flatMap(({ standard }) => (/^H\d$/.test(standard) ? [Number(standard[1])] : []));
}

function inside(element: Element): Element[] {
  return element.children.flatMap((child) => (child.standard === 'Table' ? [] : [child, ...inside(child)]));
}

function span(cell: Element, key: string): number {
  const value = attributeOf(cell, 'Table', key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}

function path(element: Element): string {
  const place = element.parent?.children.indexOf(element) ?? 0;
  return `${element.parent === null ? '' : `${path(element.parent)} > `}${element.role} ${place + 1}`;
}
