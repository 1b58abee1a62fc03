import type { Edition, Slide } from '../../model/workshop.js';
import { pageFile } from '../../theme/page-files.js';
import { attributeString } from '../html.js';
import { mathOnPaper } from '../math.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import {
  bookmarksOf,
  distinctAssets,
  fragmentsCss,
  pageOf,
  paperOf,
  printedSlides,
  sheets,
} from './static-page.js';

/**
 * `slides.pdf`: one slide a page at the deck's size, from a static page; with `fragments: all`, or `print-steps` on a
 * slide, one page a step. Null when no slide is to be printed.
 *
 * @param states gives a slide in each of its states; loaded only where a slide asks for them
 */
export function slidesPage(
  rendered: RenderedEdition,
  range: ((number: number) => boolean) | null,
  states: ((html: string) => readonly string[]) | null,
): RenderedPage | null {
  const { edition, theme } = rendered;
  const { width, height } = edition.settings.aspect;
  const slides = printedSlides(rendered, range);
  if (slides.length === 0) return null;
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    'slides-print': pageFile(theme.templates, 'slides-print.css'),
    fragments: fragmentsCss(rendered),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    own: rendered.css,
  });
  const pages = slides.flatMap(({ slide, html, finalHtml }) => {
    const drawn = states && printsSteps(slide, edition) ? states(mathOnPaper(html)) : [finalHtml];
    return drawn.map((state, index) => ({
      slide,
      // What is printed once a step has an id of its own each time.
      state: index === 0 ? state : state.replace(/ (id|href)="(#?)fn-/g, ` $1="$2fn${index + 1}-`),
      id: index === 0 ? slide.id : `${slide.id}--${index + 1}`,
    }));
  });
  const slidesHtml = pages
    .map(
      ({ slide, state, id }) =>
        `<section${attributeString([
          ['class', 'sheet'],
          ['id', id],
          ['aria-label', slide.title ?? (slide.number === null ? null : String(slide.number))],
        ])}>${state}</section>\n`,
    )
    .join('');
  const html = rendered.templates.page('slides.hbs', {
    lang: edition.settings.lang,
    title: edition.title,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    variant: edition.settings.variant ?? theme.variant,
    width,
    height,
    slidesHtml,
  });
  const assets = distinctAssets(styles, rendered.cssAssets, ...slides.map((one) => one.assets));
  const paper = paperOf(rendered, {
    title: edition.title,
    width,
    height,
    pages: pages.length,
    mayGrow: false,
    flow: null,
    bookmarks: bookmarksOf(slides),
    places: new Map(pages.map(({ slide, id }) => [id, slide.span])),
  });
  return pageOf(rendered, 'slides', `public/${edition.folder}/slides.pdf`, html, assets, paper);
}

function printsSteps(slide: Slide, edition: Edition): boolean {
  return slide.printSteps || edition.settings.fragments === 'all';
}

/** Whether any slide of an edition is printed step by step. */
export function needsStates({ edition }: RenderedEdition): boolean {
  return edition.slides.some((slide) => printsSteps(slide, edition));
}
