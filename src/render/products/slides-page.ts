import { pageFile } from '../../theme/page-files.js';
import { attributeString } from '../html.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { bookmarksOf, distinctAssets, pageOf, paperOf, printedSlides, sheets } from './static-page.js';

/** `slides.pdf`: one slide a page at the deck's size, from a static page. Null when no slide is to be printed. */
export function slidesPage(
  rendered: RenderedEdition,
  templates: string,
  range: ((number: number) => boolean) | null,
): RenderedPage | null {
  const { edition, theme } = rendered;
  const { width, height } = edition.settings.aspect;
  const slides = printedSlides(rendered, range);
  if (slides.length === 0) return null;
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    'slides-print': pageFile(templates, 'slides-print.css'),
    theme: theme.slidesCss,
    deck: rendered.css,
  });
  const slidesHtml = slides
    .map(
      ({ slide, finalHtml }) =>
        `<section${attributeString([
          ['class', 'sheet'],
          ['id', slide.id],
          ['aria-label', slide.title ?? (slide.number === null ? null : String(slide.number))],
        ])}>${finalHtml}</section>\n`,
    )
    .join('');
  const html = rendered.templates.page(pageFile(templates, 'slides.hbs'), {
    lang: edition.settings.lang,
    title: edition.title,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    variant: edition.settings.variant,
    width,
    height,
    slidesHtml,
  });
  const assets = distinctAssets(styles, rendered.cssAssets, ...slides.map((one) => one.assets));
  const paper = paperOf(rendered, {
    title: edition.title,
    width,
    height,
    pages: slides.length,
    mayGrow: false,
    bookmarks: bookmarksOf(slides),
    places: new Map(slides.map(({ slide }) => [slide.id, slide.span])),
  });
  return pageOf(rendered, 'slides', `public/${edition.folder}/slides.pdf`, html, assets, paper);
}
