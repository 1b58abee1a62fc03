import { groundOf } from '../../model/ground.js';
import type { Slide } from '../../model/workshop.js';
import { isRemote } from '../../parse/references.js';
import type { MediaUse } from '../media-use.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import { type Addresses, deeper, flowingHtml } from './flowing-html.js';

/** A slide as a part of running text. */
export interface ReadingPart {
  readonly id: string;
  /** Classes for its look. */
  readonly kinds: string;
  readonly lang: string | null;
  /** Its place in the deck. */
  readonly href: string;
  readonly number: number | null;
  readonly kicker: string | null;
  readonly titleTag: string;
  readonly titleHtml: string | null;
  readonly mediaHtml: string | null;
  /** The picture behind the slide, where that may be all it shows. */
  readonly groundSrc: string | null;
  readonly bodyHtml: string | null;
}

/** An entry of the list of contents, and those below it. */
export interface ReadingEntry {
  readonly href: string;
  readonly title: string;
  readonly entries: readonly ReadingEntry[];
}

/** The slide whose words are the head of the page: the title slide, where the deck begins with one. */
export function headOf({ slides: [first] }: RenderedEdition): RenderedSlide | null {
  return first?.slide.layout === 'title' && first.slide.heading !== null ? first : null;
}

/** Slides as parts of one text, in order; one that says nothing is none. */
export function partsOf(
  slides: readonly RenderedSlide[],
  addresses: Addresses,
  use: MediaUse,
): readonly ReadingPart[] {
  return slides.flatMap(({ slide, words }) => {
    // The deck's name is the first heading of the page: the first slide's, which is that in the deck, stands below it.
    const below = words.level === 1 ? deeper : (html: string) => html;
    const flowing = (html: string | null) => html && below(flowingHtml(html, addresses));
    const part: ReadingPart = {
      id: slide.id,
      kinds: kindsOf(slide),
      lang: slide.lang,
      href: `index.html#/${encodeURIComponent(slide.id)}`,
      number: slide.number,
      kicker: words.kicker,
      titleTag: `h${Math.max(2, words.level)}`,
      titleHtml: flowing(words.titleHtml),
      mediaHtml: flowing(words.mediaHtml),
      groundSrc: groundPicture(slide, use),
      bodyHtml: flowing(words.bodyHtml),
    };
    return part.titleHtml || part.mediaHtml || part.groundSrc || part.bodyHtml ? [part] : [];
  });
}

function kindsOf(slide: Slide): string {
  const kinds = [`part-${slide.layout}`, ...(opensSection(slide) ? ['part-opens'] : [])];
  // Inks that were chosen for a ground of the slide's own are not to be read on the page's.
  return [...kinds, ...(groundOf(slide.attributes) === null ? [] : ['part-inks'])].join(' ');
}

function opensSection({ heading }: Slide): boolean {
  return heading?.depth === 1;
}

function groundPicture({ attributes, span }: Slide, use: MediaUse): string | null {
  const picture = groundOf(attributes)?.picture ?? null;
  if (picture === null || isRemote(picture.value ?? '')) return null;
  return use.media(picture.span.file ?? span.file, (picture.value ?? '').trim())?.href ?? null;
}

/** What there is to read: sections, and their slides below them. Slides that go on under the same title are one entry. */
export function contentsOf(slides: readonly RenderedSlide[]): readonly ReadingEntry[] {
  const entries: (ReadingEntry & { readonly entries: ReadingEntry[] })[] = [];
  let inSection = false;
  let last: string | null = null;
  for (const { slide } of slides) {
    const { title } = slide;
    const goesOn = title === last && !opensSection(slide);
    last = title;
    if (title === null || goesOn) continue;
    const entry = { href: `#${encodeURIComponent(slide.id)}`, title, entries: [] };
    if (opensSection(slide)) inSection = true;
    if (inSection && !opensSection(slide)) entries.at(-1)?.entries.push(entry);
    else entries.push(entry);
  }
  return entries;
}

/** Where reveal.js finds slides by their numbers: from 0, along the deck and down its stacks. */
export function addressesOf(slides: readonly RenderedSlide[]): Addresses {
  const columns: string[][] = [];
  for (const { slide } of slides) {
    if (slide.below && columns.length > 0) columns.at(-1)?.push(slide.id);
    else columns.push([slide.id]);
  }
  return { at: (column, row) => columns[column]?.[row] ?? null };
}
