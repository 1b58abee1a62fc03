import { createHash } from 'node:crypto';
import { standardTheme } from '../config/resolve.js';
import type { ShelfEntry, ShelfLook } from '../render/products/shelf-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { loadTheme } from '../theme/load-theme.js';
import type { Theme } from '../theme/theme.js';
import { templatesFolder } from './prepare.js';

/** Which look an edition has, in a word: editions with the same one share their theme, its brand and its side. */
export function lookOf(rendered: RenderedEdition): string {
  const { theme, variant } = lookIn(rendered);
  const hash = createHash('sha256').update(theme.screenFontsCss).update(theme.slidesCss).digest('hex');
  return `${theme.name} ${variant} ${hash.slice(0, 16)}`;
}

/** The look that all on the shelf have, if there is one; else the standard one. */
export function shelfLook(shown: readonly ShelfEntry[], made: readonly RenderedEdition[]): ShelfLook {
  const [look, ...others] = new Set(shown.map((entry) => entry.look));
  const one = others.length === 0 ? made.find((rendered) => lookOf(rendered) === look) : undefined;
  return one === undefined ? { theme: plainLook(), variant: plainLook().variant } : lookIn(one);
}

/** The gallery is ours and looks like it, and so does a shelf of decks that look each its own way. */
export function plainLook(): Theme {
  const theme = loadTheme(standardTheme, templatesFolder(), null).value;
  if (!theme) throw new Error(`The theme ${standardTheme} is missing.`);
  return theme;
}

function lookIn({ plainTheme, edition }: RenderedEdition): ShelfLook {
  return { theme: plainTheme, variant: edition.settings.variant ?? plainTheme.variant };
}
