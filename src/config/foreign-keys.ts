import type { YamlValue } from './yaml-tree.js';

/** A key that another tool knows and we do not, or know by another name. */
export interface ForeignKey {
  readonly tool: string;
  /** Our key that means the same, and how to say it; null from `convert`: this value has no counterpart. */
  readonly same?: { readonly key: string; readonly convert: (value: YamlValue) => YamlValue | null };
  /** What to do instead, where it cannot be honoured. */
  readonly advice: string | null;
}

const asItIs = (value: YamlValue) => value;

/** Marp and Slidev write aspects in their own ways; their 16:9 and 4:3 are ours. */
function aspect(value: YamlValue): YamlValue | null {
  if (typeof value === 'number' && value > 0.1 && value < 10) return `${Math.round(720 * value)}x720`;
  if (typeof value !== 'string') return null;
  const ratio = /^(\d{1,2})\s*[:/]\s*(\d{1,2})$/.exec(value.trim());
  if (ratio === null) return null;
  const [width, height] = [Number(ratio[1]), Number(ratio[2])];
  if (height === 0 || width === 0) return null;
  const name = `${width}:${height}`;
  return ['16:9', '16:10', '4:3'].includes(name) ? name : `${Math.round((720 * width) / height)}x720`;
}

/** Pandoc and Quarto allow a mapping for each author. */
function authorNames(value: YamlValue): YamlValue | null {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map((one: YamlValue) =>
    one !== null && typeof one === 'object' && !Array.isArray(one) ? (one as { name?: YamlValue }).name : one,
  );
  return names.every((name) => typeof name === 'string') ? (names as string[]) : null;
}

function colours(value: YamlValue): YamlValue | null {
  return value === 'dark' || value === 'light' ? value : null;
}

/** Keys of one tool that share an advice. */
function all(tool: string, keys: string, advice: string | null = null): [string, ForeignKey][] {
  return keys.split(' ').map((key) => [key, { tool, advice }]);
}

const onSlide = 'Write it on the slide it is meant for, as in `## Title {.class background=img/port.jpg}`.';
const ofTheme = 'That is a matter of the theme; small changes go into a stylesheet named in `css`.';
const byFlag = 'What is made is named in `products` or with `--product`.';

/**
 * Keys of reveal-md, Marp, Slidev, Quarto and Pandoc that stand in decks which people bring along. Those that mean
 * the same everywhere (`title`, `lang`, `theme`, `css`, `footer`, `date`, …) are simply ours.
 */
const table: ReadonlyMap<string, ForeignKey> = new Map<string, ForeignKey>([
  [
    'author',
    {
      tool: 'Marp, Slidev and Quarto',
      same: { key: 'authors', convert: authorNames },
      advice: 'Use `authors`.',
    },
  ],
  ['size', { tool: 'Marp', same: { key: 'aspect', convert: aspect }, advice: 'Use `aspect`.' }],
  ['aspectRatio', { tool: 'Slidev', same: { key: 'aspect', convert: aspect }, advice: 'Use `aspect`.' }],
  [
    'colorSchema',
    {
      tool: 'Slidev',
      same: { key: 'variant', convert: colours },
      advice: 'Use `variant: light` or `variant: dark`.',
    },
  ],
  ['language', { tool: 'Pandoc', same: { key: 'lang', convert: asItIs }, advice: 'Use `lang`.' }],

  ...all('reveal-md', 'highlightTheme', 'The colours of code come from the theme.'),
  ...all('reveal-md', 'scripts', 'Scripts run only inside the Markdown of a deck that says `html: trusted`.'),
  ...all('reveal-md', 'template listingTemplate preprocessor absoluteUrl featuredSlide'),
  ...all('reveal-md', 'assetsDir static staticDir staticDirs glob host port watch base mermaid view'),
  ...all('reveal-md', 'print printSize disableAutoOpen puppeteerLaunchArgs puppeteerChromiumExecutable'),

  ...all('Marp', 'marp image'),
  ...all(
    'Marp',
    'backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color',
    ofTheme,
  ),
  ...all('Marp', '_class _paginate _header _footer _color _backgroundColor _backgroundImage', onSlide),
  ['headingDivider', { tool: 'Marp', advice: 'Use `split: headings`.' }],
  ['style', { tool: 'Marp', advice: 'Put the rules into a file and name it in `css`.' }],
  ['class', { tool: 'Marp and Slidev', advice: onSlide }],
  ['paginate', { tool: 'Marp', advice: 'Slides are numbered by the theme.' }],
  ['header', { tool: 'Marp', advice: 'Use `footer`.' }],

  ...all('Slidev', 'layout background clicks clicksStart hideInToc zoom routeAlias src dragPos', onSlide),
  ...all('Slidev', 'themeConfig fonts defaults', ofTheme),
  ...all('Slidev', 'export exportFilename download', byFlag),
  ...all('Slidev', 'canvasWidth', 'Use `aspect: WxH` with both sides in pixels.'),
  ...all('Slidev', 'transition clickAnimation', 'Slides change without an animation.'),
  ...all('Slidev', 'lineNumbers', 'Write `lines` after the language of a fence to number its lines.'),
  ...all('Slidev', 'presenter', 'The speaker view is always made, as `present.html`.'),
  ...all(
    'Slidev',
    'addons titleTemplate info monaco monacoTypesSource monacoTypesIgnorePackages remoteAssets selectable',
  ),
  ...all(
    'Slidev',
    'record favicon plantUmlServer drawings htmlAttrs seoMeta routerMode pwa timer comark mdc mcp',
  ),
  ...all('Slidev', 'contextMenu wakeLock overviewSnapshots twoslash browserExporter'),

  ...all('Quarto', 'format', 'Its settings are keys of their own here, such as `theme` and `aspect`.'),
  ...all(
    'Quarto',
    'execute jupyter engine editor filters shortcodes freeze project website format-links code-fold',
  ),
  ...all(
    'Quarto',
    'title-slide-attributes slide-number show-slide-number center scrollable smaller auto-stretch',
    ofTheme,
  ),
  ...all('Quarto', 'navigation-mode preview-links chalkboard multiplex menu embed-resources self-contained'),
  ...all('Pandoc', 'incremental', 'Write `::: incremental` around what comes one by one.'),
  ...all('Pandoc', 'slide-level', 'Use `split: headings`.'),
  ...all(
    'Pandoc',
    'toc toc-depth toc-title number-sections bibliography csl references nocite link-citations',
  ),
  ...all(
    'Pandoc',
    'header-includes include-before include-after institute abstract keywords description subject',
  ),
  ...all('Pandoc', 'documentclass classoption fontsize mainfont monofont geometry output date-format'),
]);

export function foreignKey(key: string): ForeignKey | null {
  return table.get(key) ?? null;
}

const foreignThemes: ReadonlyMap<string, string> = new Map([
  ...'beige black black-contrast blood dracula league moon night serif simple sky solarized white white-contrast'
    .split(' ')
    .map((name): [string, string] => [name, 'reveal.js']),
  ...'gaia uncover'.split(' ').map((name): [string, string] => [name, 'Marp']),
  ...'seriph apple-basic bricks shibainu'.split(' ').map((name): [string, string] => [name, 'Slidev']),
  ['default', 'Marp, Slidev and Quarto'],
]);

/** Which tool brings the theme of that name; null for any other name. */
export function foreignTheme(name: string): string | null {
  return foreignThemes.get(name) ?? null;
}
