import type { Section } from '../../model/workshop.js';
import { pageFile } from '../../theme/page-files.js';
import { handoutGeometry } from '../handout-geometry.js';
import { licenceName } from '../licence.js';
import { mathOnPaper } from '../math.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import {
  bookmarksOf,
  distinctAssets,
  fragmentsCss,
  pageOf,
  paperOf,
  printedSlides,
  sheets,
} from './static-page.js';

/** `handout.pdf`: slides N to a page, with the deck's own numbers. Null when no slide is to be printed. */
export function handoutPage(
  rendered: RenderedEdition,
  templates: string,
  range: ((number: number) => boolean) | null,
): RenderedPage | null {
  const { edition, theme, words } = rendered;
  const { settings } = edition;
  const perPage = settings.handout.slides;
  const slides = printedSlides(rendered, range);
  if (slides.length === 0) return null;
  const geometry = handoutGeometry(settings.paper, perPage, settings.aspect);
  const beside = perPage === 1 ? slides.map((one) => wordsBeside(one, rendered)) : [];
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    handout: pageFile(templates, 'handout.css'),
    fragments: fragmentsCss(rendered, templates),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    paper: theme.paperCss,
    own: rendered.css,
  });
  const cells = slides.map(({ slide, finalHtml }, index) => ({
    number: slide.number === null ? '' : String(slide.number),
    id: slide.id,
    title: slide.title ?? `${words.slide} ${slide.number ?? ''}`.trim(),
    slideHtml: finalHtml,
    paperHtml: beside[index] || null,
    lines: geometry.lines,
  }));
  const groups = chunk(cells, perPage);
  const sectionOf = (index: number) => slides[index * perPage]?.slide.section ?? null;
  const html = rendered.templates.page(pageFile(templates, 'handout.hbs'), {
    lang: settings.lang,
    title: edition.title,
    subtitle: settings.subtitle,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    paper: settings.paper,
    perPage,
    slideWidth: settings.aspect.width,
    slideHeight: settings.aspect.height,
    zoom: geometry.zoom,
    license: settings.license && licenceName(settings.license),
    words,
    twoSided: settings.sides === 'two',
    sheets: groups.map((group, index) => {
      const section = sectionOf(index);
      return {
        section: section === null ? null : runningHead(edition.sections[section], words.part),
        pageName: section === null ? 'front' : `section${section + 1}`,
        startsSection: index === 0 || sectionOf(index - 1) !== section,
        cells: group,
      };
    }),
  });
  const assets = distinctAssets(
    styles,
    rendered.cssAssets,
    ...slides.map((one) => [...one.assets, ...paperAssets(one, rendered)]),
  );
  const paper = paperOf(rendered, {
    title: `${edition.title} · ${words.handout}`,
    width: geometry.width,
    height: geometry.height,
    pages: groups.length,
    mayGrow: perPage === 1,
    flow: null,
    bookmarks: bookmarksOf(slides),
    places: new Map(slides.map(({ slide }) => [slide.id, slide.span])),
  });
  return pageOf(rendered, 'handout', `public/${edition.folder}/handout.pdf`, html, assets, paper);
}

/** What stands below a slide that has a page of its own: the words for paper and, when asked for, the speaker's. */
function wordsBeside({ paperHtml, notesHtml }: RenderedSlide, { edition }: RenderedEdition): string {
  return edition.settings.handout.notes ? `${paperHtml}${mathOnPaper(notesHtml)}` : paperHtml;
}

/** What stands at the head of a section's pages. The section that the title slide opens has the deck's own name, which stands there already. */
function runningHead(section: Section | undefined, part: string): string | null {
  return section?.number == null ? null : `${part} ${section.number} · ${section.title}`;
}

function paperAssets(slide: RenderedSlide, { edition }: RenderedEdition) {
  return edition.settings.handout.notes ? [...slide.paperAssets, ...slide.notesAssets] : slide.paperAssets;
}

function chunk<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
