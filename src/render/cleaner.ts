import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { allBlocks } from '../model/all-blocks.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { have } from '../parse/kinds.js';
import { walkBlocks } from '../parse/walk.js';
import { deepest } from './html-depth.js';
import type { MediaUse } from './media-use.js';
import type { Asset } from './page.js';

/** What cleaning needs of the tools that all slides share. */
interface Cleaning {
  readonly edition: Edition;
  readonly clean: typeof import('./clean-html.js') | null;
  readonly notice: (one: Diagnostic) => void;
}

/** A part of a slide, and what was taken out of it for others. */
export interface Drawn {
  readonly html: string;
  readonly notes: string;
  readonly css: readonly string[];
  readonly assets: readonly Asset[];
  readonly notesAssets: readonly Asset[];
}

export interface Cleaner {
  /** Makes a part of a slide safe. */
  readonly clean: (html: string) => string;
  /** What all parts together come to. */
  readonly drawn: (html: string) => Drawn;
}

/**
 * Raw HTML is made safe in the HTML that stands around it, once that is whole: each part of a slide for itself, so
 * that nothing left open in one of them reaches the others or the layout.
 */
export function cleanerFor(
  slide: Slide,
  blocks: readonly Block[],
  use: MediaUse,
  { clean: cleaning, edition, notice }: Cleaning,
): Cleaner {
  if (cleaning === null || !hasRawHtml(blocks, slide)) {
    return {
      clean: (html) => html,
      drawn: (html) => ({ html, notes: '', css: [], assets: use.assets, notesAssets: [] }),
    };
  }
  const trusted = edition.settings.html === 'trusted';
  // A path is relative to the file it stands in, which of several here the final HTML does not tell.
  const files = new Set([slide.span.file, ...[...walkBlocks(blocks)].map((block) => block.span.file)]);
  const media = (target: string) => {
    for (const file of files) {
      const found = use.media(file, target);
      if (found) return found;
    }
    return null;
  };
  const said: string[] = [];
  const css: string[] = [];
  const clean = (html: string) => {
    const parts = cleaning.cleanHtml(html, { trusted, media });
    if (parts.tooDeep) {
      const place = [...walkBlocks(blocks)].find((block) => block.type === 'html')?.span ?? slide.span;
      notice(
        diagnostic('text/too-deep', place, `HTML of this slide is nested more than ${deepest} deep.`, {
          hint: 'Close its elements, or flatten them.',
        }),
      );
    }
    said.push(parts.notes);
    css.push(...parts.css);
    return parts.html;
  };
  const drawn = (html: string): Drawn => {
    const notes = said.filter((one) => one.trim() !== '').join('\n');
    // A picture in `<aside class="notes">` was used, but not by what everybody sees.
    const usedIn = (text: string) => use.assets.filter(({ path }) => text.includes(path));
    return { html, notes, css, assets: usedIn(html), notesAssets: usedIn(notes) };
  };
  return { clean, drawn };
}

function hasRawHtml(blocks: readonly Block[], { heading }: Slide): boolean {
  return have(heading ? [heading, ...blocks] : blocks, 'html', 'inline-html');
}

/** Whether any slide of an edition needs cleaning. */
export function needsCleaning(edition: Edition): boolean {
  return edition.slides.some((slide) => hasRawHtml(allBlocks(slide), slide));
}
