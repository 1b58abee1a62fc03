import { allBlocks } from '../model/all-blocks.js';
import { groundOf } from '../model/ground.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block, Inline } from '../parse/ast.js';
import { workshopNames } from '../parse/block-names.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { isRemote } from '../parse/references.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import type { Theme } from '../theme/theme.js';

/** What an edition has to have for a theme's extra of that name: a block, or words in it. */
const features: Readonly<Record<string, (block: Block, inlines: readonly Inline[]) => boolean>> = {
  diagrams: (block) => block.type === 'code' && diagramLanguage(block) !== null,
  math: (block, inlines) => block.type === 'math-block' || inlines.some(({ type }) => type === 'math'),
  drawings: (_block, inlines) =>
    inlines.some((inline) => inline.type === 'image' && /\.svg(?:[?#]|$)/i.test(inline.src)),
  definitions: (block) => block.type === 'definition-list',
  films: (block, inlines) =>
    block.type === 'html' ||
    inlines.some(
      (inline) => inline.type === 'inline-html' || (inline.type === 'image' && !isPicture(inline.src)),
    ),
  footnotes: (_block, inlines) =>
    inlines.some(({ type }) => type === 'inline-note' || type === 'note-reference'),
  workshop: (block) => block.type === 'container' && workshopNames.includes(block.name),
};

/** A file of a picture beside the deck; all else may be a film, a sound, or not fetched. */
function isPicture(src: string): boolean {
  return !isRemote(src) && /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(src);
}

/** The same for what slides say of themselves. An extra `layout-quote` is for slides of that layout. */
const slideFeatures: Readonly<Record<string, (slide: Slide) => boolean>> = {
  grounds: ({ attributes }) => groundOf(attributes) !== null,
};

/** The theme as an edition needs it: with the rules for what its slides have, and no others. */
export function themeFor(edition: Edition, theme: Theme): Theme {
  const wanted = featuresOf(edition, theme);
  const used = [...theme.extras].filter(
    ([name]) =>
      (name === 'logo' && edition.settings.logo?.slides === 'all') ||
      wanted.has(name) ||
      edition.slides.some((slide) => name === `layout-${slide.layout}` || slideFeatures[name]?.(slide)),
  );
  if (used.length === 0) return theme;
  const join = (base: string, of: 'slidesCss' | 'paperCss') =>
    [base, ...used.map(([, extra]) => extra[of])].join('\n');
  return {
    ...theme,
    slidesCss: join(theme.slidesCss, 'slidesCss'),
    paperCss: join(theme.paperCss, 'paperCss'),
  };
}

/** Which features of blocks an edition has, of those that the theme has an extra for: all slides are walked through once. */
function featuresOf({ slides }: Edition, { extras }: Theme): ReadonlySet<string> {
  const found = new Set<string>();
  let missing = Object.entries(features).filter(([name]) => extras.has(name));
  for (const slide of slides) {
    for (const block of walkBlocks(allBlocks(slide))) {
      if (missing.length === 0) return found;
      const inlines = walkInlines(childInlines(block));
      const isThere = ([, feature]: (typeof missing)[number]) => feature(block, inlines);
      if (!missing.some(isThere)) continue;
      for (const [name] of missing.filter(isThere)) found.add(name);
      missing = missing.filter(([name]) => !found.has(name));
    }
  }
  return found;
}
