import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Document, Page, Rule } from './document.js';
import { attributeOf, type Element, textAt } from './structure.js';

/** Annotations that ISO 32000-1 knows. */
const known = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup
  FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact`.split(/\s+/),
);

interface Found {
  readonly page: Page;
  readonly dict: PDFDict;
  readonly subtype: string;
  /** The element of the structure tree that holds it. */
  readonly holder: Element | null;
}

/** One rule about annotations: it names those that break it. */
function each(checkpoint: string, text: string, wrong: (one: Found) => boolean): Rule {
  return {
    checkpoint,
    text,
    *broken({ pages, elements }: Document) {
      const holders = new Map(elements.flatMap((one) => one.objects.map((ref) => [ref, one] as const)));
      for (const page of pages) {
        for (const { ref, dict } of page.annotations) {
          const subtype = dict.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '';
          const holder = (ref instanceof PDFRef && holders.get(ref)) || null;
          if (wrong({ page, dict, subtype, holder })) yield `${subtype} on page ${page.number}`;
        }
      }
    },
  };
}

const described = ({ dict, holder }: Found) =>
  !!textAt(dict, 'Contents') || !!(holder && textAt(holder.dict, 'Alt'));
const apart = new Set(['Link', 'Widget', 'PrinterMark']);

/** Links, and the kinds of annotation that our PDFs do not have. */
export const annotationRules: readonly Rule[] = [
  each(
    '28-002',
    'Annotations besides links stand in an `Annot`.',
    ({ subtype, holder }) => !apart.has(subtype) && holder?.standard !== 'Annot',
  ),
  each(
    '28-004',
    'Annotations have words for those who cannot see them.',
    (one) => one.subtype !== 'Widget' && one.subtype !== 'PrinterMark' && !described(one),
  ),
  each(
    '28-005',
    'Fields have a name that is read to people.',
    (one) =>
      one.subtype === 'Widget' && !textAt(one.dict, 'TU') && !(one.holder && textAt(one.holder.dict, 'Alt')),
  ),
  each('28-006', 'Annotations are of a kind that the standard knows.', ({ subtype }) => !known.has(subtype)),
  each('28-007', 'There are no trap networks.', ({ subtype }) => subtype === 'TrapNet'),
  each('28-008', 'Pages with annotations say in which order they are reached.', ({ page }) => {
    return !page.dict.has(PDFName.of('Tabs'));
  }),
  each('28-009', 'Annotations are reached in the order of the structure tree.', ({ page }) => {
    return page.dict.get(PDFName.of('Tabs')) !== PDFName.of('S');
  }),
  each(
    '28-010',
    'Fields stand in a `Form`.',
    ({ subtype, holder }) => subtype === 'Widget' && holder?.standard !== 'Form',
  ),
  {
    checkpoint: '7.18.4',
    text: 'What is no field but looks like one says so.',
    *broken({ elements }) {
      for (const one of elements) {
        if (one.standard !== 'Form' || attributeOf(one, 'PrintField', 'Role') !== undefined) continue;
        const fields = one.objects.length === 1 && one.children.length === 0 && one.content.length === 0;
        if (!fields) yield one.role;
      }
    },
  },
  each(
    '28-011',
    'Links stand in a `Link`.',
    ({ subtype, holder }) => subtype === 'Link' && holder?.standard !== 'Link',
  ),
  each(
    '28-012',
    'Links say where they lead.',
    ({ subtype, dict }) => subtype === 'Link' && !textAt(dict, 'Contents'),
  ),
  ...(['28-014', '28-015'] as const).map(
    (checkpoint): Rule => ({
      checkpoint,
      text:
        checkpoint === '28-014'
          ? 'Clips say of what kind they are.'
          : 'Clips have words for those who cannot see them.',
      *broken({ context }) {
        for (const [ref, one] of context.enumerateIndirectObjects()) {
          if (!(one instanceof PDFDict) || one.get(PDFName.of('S')) !== PDFName.of('MCD')) continue;
          if (!one.has(PDFName.of(checkpoint === '28-014' ? 'CT' : 'Alt'))) yield String(ref);
        }
      },
    }),
  ),
  each('28-016', 'Files at a place of a page have names.', ({ subtype, dict }) => {
    const file = dict.lookup(PDFName.of('FS'));
    return (
      subtype === 'FileAttachment' && !(file instanceof PDFDict && textAt(file, 'F') && textAt(file, 'UF'))
    );
  }),
  each(
    '28-017',
    'Marks for the printer are not in the structure tree.',
    ({ subtype, holder }) => subtype === 'PrinterMark' && holder !== null,
  ),
];
