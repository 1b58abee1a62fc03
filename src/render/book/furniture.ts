import { documentBlocks } from '../../model/document-blocks.js';
import type { Furniture, Placed, Teaching } from '../../model/teaching.js';
import type { Block } from '../../parse/ast.js';
import { titleHtml } from '../html.js';
import type { Asset } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { PaperLinks } from './paper-links.js';

/** Something of a part that stands together with its like at the end or at the beginning of a document. */
export interface FurnitureView {
  readonly titleHtml: string | null;
  readonly html: string;
  /** The id of the slide it stands on. */
  readonly slide: string;
}

export interface DrawnFurniture {
  readonly views: readonly FurnitureView[];
  /** Of all of them together; empty where there are none. */
  readonly footnotesHtml: string;
  readonly assets: readonly Asset[];
}

/** Part of a slide that stands on its own. */
export type Piece = Placed & { readonly title: string | null; readonly blocks: readonly Block[] };

/** Draws pieces of slides on their own. `id` makes footnotes unique. */
export function drawPieces(
  id: string,
  pieces: readonly Piece[],
  above: number,
  { edition, drawFlow }: RenderedEdition,
  links: PaperLinks,
): DrawnFurniture {
  const parts = pieces.flatMap((piece) => {
    const slide = edition.slides.find((one) => one.id === piece.slide);
    if (!slide) return [];
    const blocks = documentBlocks({ ...slide, blocks: piece.blocks }, 'participant');
    return [{ piece, slide: { ...slide, heading: null }, blocks }];
  });
  const drawn = drawFlow({ id, above, parts });
  return {
    views: parts.map(({ piece }, index) => ({
      titleHtml: piece.title === null ? null : titleHtml(piece.title),
      html: links.spelled(drawn.parts[index]?.html ?? ''),
      slide: piece.slide,
    })),
    footnotesHtml: links.spelled(drawn.footnotesHtml),
    assets: drawn.assets,
  };
}

/** Terms in the order of the alphabet of a language, each once. */
export function glossaryOf({ terms }: Teaching, lang: string): readonly Furniture[] {
  const first = new Map<string, Furniture>();
  for (const term of terms) {
    const key = term.name.toLocaleLowerCase(lang);
    if (term.name !== '' && !first.has(key)) first.set(key, { ...term, title: term.name });
  }
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base' });
  return [...first.values()].sort((a, b) => compare(a.title ?? '', b.title ?? ''));
}
