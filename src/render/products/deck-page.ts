import type { Product } from '../../config/settings.js';
import type { Edition, Slide } from '../../model/workshop.js';
import { pageFile, revealFile } from '../../theme/page-files.js';
import type { Words } from '../../theme/words.js';
import { directionOf } from '../direction.js';
import { attributeString } from '../html.js';
import { ownAsset } from '../own-asset.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import { type ReadingView, readingFile, readingView } from './reading-page.js';
import { distinctAssets, fragmentsCss, pageOf, sheets } from './static-page.js';

/**
 * `index.html`: the deck for everybody, and the reading view beside it. Nothing private goes in.
 *
 * @param made all that is made of the edition; null for a deck that stands alone, with nothing beside it
 * @param reading whether the reading view comes with it; it is a page of its own for who shows pages one by one
 */
export function deckPage(
  rendered: RenderedEdition,
  made: ReadonlySet<Product> | null,
  reading = made !== null,
): RenderedPage {
  const { theme } = rendered;
  const slidesPdf = made && slidesPdfOf(made);
  return revealPage(rendered, {
    product: 'deck',
    template: 'deck.hbs',
    path: `public/${rendered.edition.folder}/index.html`,
    withNotes: false,
    scripts: { deck: pageFile(theme.templates, 'deck.js') },
    stylesheet: pageFile(theme.templates, 'deck.css'),
    slidesPdf,
    readingHref: made && readingFile,
    reading: reading ? readingView(rendered, slidesPdf) : null,
  });
}

/** Where the slides are as a PDF, beside the deck. */
export function slidesPdfOf(made: ReadonlySet<Product>): string | null {
  return made.has('slides') ? 'slides.pdf' : null;
}

/** `present.html`: the deck with notes, speaker view and timer, for the speaker's machine. */
export function presentPage(rendered: RenderedEdition): RenderedPage {
  const { theme } = rendered;
  return revealPage(rendered, {
    product: 'present',
    template: 'present.hbs',
    path: `private/${rendered.edition.folder}/present.html`,
    withNotes: true,
    scripts: { deck: pageFile(theme.templates, 'deck.js'), present: pageFile(theme.templates, 'present.js') },
    stylesheet: `${pageFile(theme.templates, 'deck.css')}\n${pageFile(theme.templates, 'present.css')}`,
    slidesPdf: null,
    readingHref: null,
    reading: null,
  });
}

interface RevealPage {
  readonly product: 'deck' | 'present';
  readonly template: string;
  readonly path: string;
  readonly withNotes: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly stylesheet: string;
  readonly slidesPdf: string | null;
  readonly readingHref: string | null;
  readonly reading: ReadingView | null;
}

/** Rules of reveal.js' for words in decks that go on to the left: which fonts and sides they have says the theme. */
const sidesOfReveal = ['.reveal.rtl .slides,', '.reveal.rtl pre,', '.reveal.rtl ol,'];

function revealCss(): string {
  const rules = revealFile('reveal.css').split('}');
  return rules.filter((rule) => !sidesOfReveal.some((begin) => rule.startsWith(begin))).join('}');
}

function revealPage(rendered: RenderedEdition, page: RevealPage): RenderedPage {
  const { edition, theme, words, slides } = rendered;
  const { settings } = edition;
  const screenStyles = sheets({ reveal: revealCss() });
  const styles = sheets({
    fonts: theme.screenFontsCss,
    [page.product]: page.stylesheet,
    fragments: fragmentsCss(rendered),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    own: rendered.css,
  });
  const scripts = [
    ownAsset('reveal.js', revealFile('reveal.js')),
    ownAsset('search.js', revealFile('plugin/search.js')),
    ownAsset('zoom.js', revealFile('plugin/zoom.js')),
    ...Object.entries(page.scripts).map(([name, text]) => ownAsset(`${name}.js`, text)),
    ...(slides.some(({ html }) => html.includes(' data-countdown="'))
      ? [ownAsset('countdown.js', pageFile(theme.templates, 'countdown.js'))]
      : []),
  ];
  // Decks that are read from the right go on to the left.
  const screen = { ...(directionOf(settings.lang) === 'rtl' && { rtl: true }), ...settings.screen };
  const slidesHtml = stacks(slides, page.withNotes, settings.transition);
  const html = rendered.templates.page(page.template, {
    lang: settings.lang,
    title: edition.title,
    description: settings.subtitle,
    authors: settings.authors,
    theme: theme.name,
    variant: settings.variant ?? theme.variant,
    width: settings.aspect.width,
    height: settings.aspect.height,
    screenStylesheets: screenStyles.map((asset) => asset.path),
    stylesheets: styles.map((asset) => asset.path),
    scripts: scripts.map((asset) => asset.path),
    slidesHtml,
    configJson: safeJson({
      width: settings.aspect.width,
      height: settings.aspect.height,
      ...(page.withNotes ? pacing(edition) : {}),
      ...(!settings.shortcuts && { shortcuts: false }),
      ...(Object.keys(screen).length > 0 && { screen }),
      words: forScripts(words),
    }),
    words,
    slidesPdf: page.slidesPdf,
    reading: page.readingHref,
    csp: contentSecurityPolicy(settings.html === 'trusted', slidesHtml.includes(' data-frame-src="https:')),
    date: settings.date,
  });
  const media = slides.flatMap((one) => [...one.assets, ...(page.withNotes ? one.notesAssets : [])]);
  const assets = distinctAssets(
    screenStyles,
    styles,
    rendered.cssAssets,
    scripts,
    media,
    page.reading?.assets ?? [],
  );
  const beside = page.reading ? [page.reading.page] : [];
  return pageOf(rendered, page.product, page.path, html, assets, null, beside);
}

/**
 * Labels of blocks and callouts stand on the slides; scripts say of them what reminds a speaker who is late or early. Words of books
 * and of the gallery stand in pages of their own.
 */
function forScripts({
  callouts: _callouts,
  blocks,
  labParts: _labParts,
  alone: _alone,
  book: _book,
  gallery: _gallery,
  ...words
}: Words): object {
  return { ...words, cues: { cut: blocks.cut, extend: blocks.extend } };
}

/**
 * What the speaker's clock and reveal.js' pacing timer read: when each slide is planned, from the start of its day, breaks
 * included.
 */
function pacing({ time, settings, slides, timetable }: Edition): object {
  let at = 0;
  const plan = slides.map((slide, index) => {
    const planned = timetable?.slides[index] ?? null;
    const from = planned?.at ?? at;
    at = from + slide.time;
    return {
      from,
      to: at,
      day: planned?.day ?? 1,
      of: timetable?.days[(planned?.day ?? 1) - 1]?.time ?? time,
      clock: planned?.clock == null ? null : clockText(planned.clock),
    };
  });
  const days = timetable?.days.length ?? 1;
  return { totalTime: time, defaultTiming: settings.slideTime ?? 0, timezone: settings.timezone, days, plan };
}

/** A minute of the day as `09:05`. */
function clockText(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A slide of a deck as reveal.js wants it, for who puts it into a page that is open. */
export interface DeckSection {
  readonly id: string;
  readonly below: boolean;
  readonly html: string;
}

/** The sections of the deck, or with notes, of the speaker's. */
export function deckSections(
  { slides, edition }: RenderedEdition,
  withNotes: boolean,
): readonly DeckSection[] {
  return slides.map((one) => ({
    id: one.slide.id,
    below: one.slide.below,
    html: sectionOf(one, withNotes, edition.settings.transition),
  }));
}

/** Slides as reveal.js wants them: a section each, those below one another in a section of their own. */
function stacks(slides: readonly RenderedSlide[], withNotes: boolean, transition: string | null): string {
  const groups: RenderedSlide[][] = [];
  for (const one of slides) {
    if (one.slide.below && groups.length > 0) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups
    .map((group) => {
      const html = group.map((one) => sectionOf(one, withNotes, transition)).join('');
      return group.length > 1 ? `<section>\n${html}</section>\n` : html;
    })
    .join('');
}

function sectionOf(rendered: RenderedSlide, withNotes: boolean, transition: string | null): string {
  const { slide, html, notesHtml, sectionAttributes } = rendered;
  const ownTransition = sectionAttributes.some(([name]) => name === 'data-transition');
  const entries = [
    ['id', slide.id],
    ['data-timing', withNotes && slide.time > 0 ? slide.time : null],
    ['data-visibility', visibilityOf(slide)],
    ['data-transition', ownTransition ? null : transition],
    ...sectionAttributes,
  ] as const;
  const notes = withNotes && notesHtml !== '' ? `\n<aside class="notes">\n${notesHtml}</aside>` : '';
  return `<section${attributeString(entries)}>${html}${notes}</section>\n`;
}

function visibilityOf(slide: Slide): string | null {
  return slide.number === null ? 'uncounted' : null;
}

/** JSON that may stand in a `<script>`: no `</script>` and no comment can begin in it. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Nothing is fetched but what lies beside the page, and frames that a viewer asks for; scripts of content run only where the deck is trusted. */
function contentSecurityPolicy(trusted: boolean, frames: boolean): string {
  const scripts = trusted ? "'self' file: 'unsafe-inline' 'unsafe-eval'" : "'self' file:";
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data: blob:",
    "media-src 'self' file: data: blob:",
    "font-src 'self' file: data:",
    `frame-src 'self' file: blob:${frames || trusted ? ' https:' : ''}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
