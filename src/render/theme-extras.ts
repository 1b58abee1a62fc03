import { allBlocks } from '../model/all-blocks.js';
import { groundOf } from '../model/ground.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { workshopNames } from '../parse/block-names.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { isRemote } from '../parse/references.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import type { Theme } from '../theme/theme.js';

/** What an edition has to have for a theme's extra of that name. */
const features: Readonly<Record<string, (block: Block) => boolean>> = {
  diagrams: (block) => block.type === 'code' && diagramLanguage(block) !== null,
  math: (block) =>
    block.type === 'math-block' || walkInlines(childInlines(block)).some((inline) => inline.type === 'math'),
  drawings: (block) =>
    walkInlines(childInlines(block)).some(
      (inline) => inline.type === 'image' && /\.svg(?:[?#]|$)/i.test(inline.src),
    ),
  definitions: (block) => block.type === 'definition-list',
  films: (block) =>
    block.type === 'html' ||
    walkInlines(childInlines(block)).some(
      (inline) => inline.type === 'inline-html' || (inline.type === 'image' && !isPicture(inline.src)),
    ),
  footnotes: (block) =>
    walkInlines(childInlines(block)).some(({ type }) => type === 'inline-note' || type === 'note-reference'),
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
  const blocks = edition.slides.flatMap((slide) => walkBlocks(allBlocks(slide)));
  const used = [...theme.extras].filter(
    ([name]) =>
      (name === 'logo' && edition.settings.logo?.slides === 'all') ||
      blocks.some((block) => features[name]?.(block)) ||
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
