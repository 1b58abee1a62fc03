import { allBlocks } from '../model/all-blocks.js';
import { editionHas } from '../model/edition-has.js';
import { groundOf } from '../model/ground.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { workshopNames } from '../parse/block-names.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { blocksOf, have, inlinesOf, type Kind } from '../parse/kinds.js';
import { isRemote } from '../parse/references.js';
import type { Theme } from '../theme/theme.js';

/** What an edition has to have for a theme's extra of that name: blocks, or words in them. */
const features: Readonly<Record<string, Feature>> = {
  diagrams: {
    kinds: ['code'],
    isIn: (blocks) => blocksOf(blocks, 'code').some((code) => diagramLanguage(code) !== null),
  },
  math: { kinds: ['math', 'math-block'] },
  drawings: {
    kinds: ['image'],
    isIn: (blocks) => inlinesOf(blocks, 'image').some(({ src }) => /\.svg(?:[?#]|$)/i.test(src)),
  },
  definitions: { kinds: ['definition-list'] },
  films: {
    kinds: ['html', 'inline-html', 'image'],
    isIn: (blocks) =>
      have(blocks, 'html', 'inline-html') || inlinesOf(blocks, 'image').some(({ src }) => !isPicture(src)),
  },
  footnotes: { kinds: ['inline-note', 'note-reference'] },
  workshop: {
    kinds: ['container'],
    isIn: (blocks) => blocksOf(blocks, 'container').some(({ name }) => workshopNames.includes(name)),
  },
};

interface Feature {
  /** Without any of these it is not there. */
  readonly kinds: readonly Kind[];
  /** Where that is not enough. */
  readonly isIn?: (blocks: readonly Block[]) => boolean;
}

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
function featuresOf(edition: Edition, { extras }: Theme): ReadonlySet<string> {
  const wanted = Object.entries(features).filter(
    ([name, { kinds }]) => extras.has(name) && editionHas(edition, ...kinds),
  );
  const blocks = wanted.some(([, { isIn }]) => isIn) ? edition.slides.flatMap(allBlocks) : [];
  const found = wanted.filter(([, { isIn }]) => isIn === undefined || isIn(blocks));
  return new Set(found.map(([name]) => name));
}
