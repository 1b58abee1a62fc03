import { pageFile } from '../../theme/page-files.js';
import { deckView } from '../deck-view.js';
import { directionOf } from '../direction.js';
import { licenceName, licenceUrl } from '../licence.js';
import { MediaUse } from '../media-use.js';
import type { Asset, RenderedPage } from '../page.js';
import { flowingColours } from '../reading/colours.js';
import { flowingHtml } from '../reading/flowing-html.js';
import { addressesOf, contentsOf, headOf, partsOf } from '../reading/parts.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { distinctAssets, pageOf, sheets } from './static-page.js';

/** The name of the reading view, beside the deck. */
export const readingFile = 'reading.html';

/** The reading view as a page of its own, for who shows pages one by one. */
export function readingPage(rendered: RenderedEdition, slidesPdf: string | null): RenderedPage {
  const { page, assets } = readingView(rendered, slidesPdf);
  const path = `public/${rendered.edition.folder}/${readingFile}`;
  return pageOf(rendered, 'deck', path, page.text, distinctAssets(assets, rendered.cssAssets), null);
}

/** The reading view as it lies beside the deck, and what it refers to. Paths are relative to the deck's folder. */
export interface ReadingView {
  readonly page: Asset & { readonly text: string };
  readonly assets: readonly Asset[];
}

/**
 * `reading.html`: what everybody sees on the slides as one text that flows, for phones, for those who hear it or make it
 * large, and for browsers without scripts.
 */
export function readingView(rendered: RenderedEdition, slidesPdf: string | null): ReadingView {
  const { edition, theme, words, slides, media, codes } = rendered;
  const { settings } = edition;
  const use = new MediaUse(media);
  const dark =
    (settings.variant ?? theme.variant) === 'dark'
      ? 'always'
      : settings.variant === 'light'
        ? 'never'
        : 'as-the-reader-likes';
  const styles = sheets({
    fonts: theme.screenFontsCss,
    'reading-colours': flowingColours(theme.slidesCss, dark),
    math: rendered.mathCss,
    reading: `${pageFile(theme.templates, 'reading.css')}\n${theme.extras.get('reading')?.slidesCss ?? ''}`,
  });
  const addresses = addressesOf(slides);
  const head = headOf(rendered);
  const rest = slides.filter((one) => one !== head);
  const deck = deckView(edition, use.media, codes);
  const flowing = (html: string | null) => html && flowingHtml(html, addresses);
  const html = rendered.templates.page('reading.hbs', {
    lang: settings.lang,
    dir: directionOf(settings.lang),
    title: edition.title,
    description: settings.subtitle,
    authors: settings.authors,
    theme: theme.name,
    colorScheme: dark === 'never' ? 'light' : 'light dark',
    stylesheets: styles.map((asset) => asset.path),
    words,
    csp,
    deck,
    date: settings.date,
    deckHref: 'index.html',
    slidesPdf,
    head: {
      id: head?.slide.id ?? null,
      titleHtml: flowing(head?.words.titleHtml ?? null),
      mediaHtml: flowing(head?.words.mediaHtml ?? null),
      bodyHtml: flowing(head?.words.bodyHtml ?? null),
      facts: [deck.event, deck.place, deck.date].filter((one) => one !== null).join(' · '),
    },
    contents: contentsOf(rest),
    parts: partsOf(rest, addresses, use),
    license: settings.license && licenceName(settings.license),
    licenseUrl: settings.license && licenceUrl(settings.license),
    credits: [...rendered.credits, ...theme.credits],
  });
  return {
    page: { path: readingFile, bytes: Buffer.from(html), text: html },
    assets: [...styles, ...use.assets, ...slides.flatMap((one) => one.assets)],
  };
}

/** No script runs there, whatever the deck is trusted with, and nothing is fetched but what lies beside the page. */
const csp = [
  "default-src 'none'",
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' file: data:",
  "media-src 'self' file: data:",
  "font-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
