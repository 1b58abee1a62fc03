import { allBlocks } from '../model/all-blocks.js';
import { groundOf } from '../model/ground.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { workshopNames } from '../parse/block-names.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { blocksOf, have, inlinesOf } from '../parse/kinds.js';
import { isRemote } from '../parse/references.js';
import type { Theme } from '../theme/theme.js';

/** What an edition has to have for a theme's extra of that name: blocks, or words in them. */
const features: Readonly<Record<string, (blocks: readonly Block[]) => boolean>> = {
  diagrams: (blocks) => blocksOf(blocks, 'code').some((code) => diagramLanguage(code) !== null),
  math: (blocks) => have(blocks, 'math', 'math-block'),
  drawings: (blocks) => inlinesOf(blocks, 'image').some(({ src }) => /\.svg(?:[?#]|$)/i.test(src)),
  definitions: (blocks) => have(blocks, 'definition-list'),
  films: (blocks) =>
    have(blocks, 'html', 'inline-html') || inlinesOf(blocks, 'image').some(({ src }) => !isPicture(src)),
  footnotes: (blocks) => have(blocks, 'inline-note', 'note-reference'),
  workshop: (blocks) => blocksOf(blocks, 'container').some(({ name }) => workshopNames.includes(name)),
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

/** Which features of blocks an edition has, of those that the theme has an extra for. */
function featuresOf({ slides }: Edition, { extras }: Theme): ReadonlySet<string> {
  const blocks = slides.flatMap(allBlocks);
  const found = Object.entries(features).filter(([name, isIn]) => extras.has(name) && isIn(blocks));
  return new Set(found.map(([name]) => name));
}
