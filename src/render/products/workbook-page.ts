import { blockAt, publicTeaching } from '../../model/public-teaching.js';
import type { Lab, Teaching } from '../../model/teaching.js';
import type { Words } from '../../theme/words.js';
import { agendaOf, lengthOf } from '../book/agenda.js';
import { bookPage } from '../book/book.js';
import { type Chapter, chaptersOf, drawChapter } from '../book/chapters.js';
import { keyCommands } from '../book/commands.js';
import { coverOf } from '../book/cover.js';
import { drawPieces, glossaryOf } from '../book/furniture.js';
import { PaperLinks } from '../book/paper-links.js';
import type { Bookmark, RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** `workbook.pdf`: the document participants write in and keep. Null when there is nothing in it but titles. */
export function workbookPage(rendered: RenderedEdition): RenderedPage | null {
  const { edition, words } = rendered;
  const chapters = chaptersOf(rendered);
  if (chapters.length === 0) return null;
  const teaching = publicTeaching(edition);
  const cover = coverOf(rendered, words.workbook, true);
  const agenda = agendaOf(rendered);
  const targets = new Set([
    ...chapters.map((one) => one.id),
    ...chapters.flatMap((one) => one.slides.map(({ slide }) => slide.id)),
  ]);
  const drawn = chapters.map((chapter) => {
    const links = new PaperLinks(targets, words);
    const { parts, footnotesHtml, assets } = drawChapter(chapter, rendered, 'participant');
    return {
      chapter,
      assets,
      view: {
        ...headOf(chapter, rendered),
        parts: parts.map((part) => ({
          ...part,
          titleHtml: part.titleHtml === null ? null : links.spelled(part.titleHtml),
          bodyHtml: part.bodyHtml === null ? null : links.spelled(part.bodyHtml),
        })),
        footnotesHtml: links.spelled(footnotesHtml),
        links: links.list,
      },
    };
  });
  const back = new PaperLinks(targets, words);
  const pieces = (id: string, all: Parameters<typeof drawPieces>[1]) => {
    const { views, assets } = drawPieces(id, all, 2, rendered);
    return { assets, views: views.map((one) => ({ ...one, html: back.spelled(one.html) })) };
  };
  const glossary = pieces('glossary', glossaryOf(teaching, edition.settings.lang));
  const misconceptions = pieces(
    'misconceptions',
    teaching.misconceptions.map((one) => ({ ...one, title: one.belief, blocks: one.truth })),
  );
  return bookPage(rendered, {
    product: 'workbook',
    template: 'workbook.hbs',
    path: `public/${edition.folder}/workbook.pdf`,
    kind: words.workbook,
    runningHeads: drawn.map(({ view }) => ({ pageName: view.pageName, head: view.head })),
    view: {
      cover: cover.view,
      legend: legendOf(rendered, teaching),
      agenda,
      contents: drawn.map(({ view, chapter }) => ({
        href: chapter.id,
        kicker: view.kicker,
        title: chapter.title,
        minutes: view.minutes,
      })),
      labs: teaching.labs.map((lab) => labLine(lab, words)),
      chapters: drawn.map(({ view }) => view),
      commands: keyCommands(teaching.labs).map((one) => ({
        ...one,
        lab: `${words.blocks.lab} ${one.lab}`,
      })),
      backPage: glossary.views.length > 0 || misconceptions.views.length > 0,
      glossary: glossary.views,
      misconceptions: misconceptions.views,
    },
    assets: [
      ...cover.assets,
      ...drawn.flatMap((one) => one.assets),
      ...glossary.assets,
      ...misconceptions.assets,
    ],
    bookmarks: bookmarksOf(chapters),
    places: new Map(chapters.flatMap(({ slides }) => slides.map(({ slide }) => [slide.id, slide.span]))),
  });

  function legendOf(
    { theme: { icons } }: RenderedEdition,
    { objectives, exercises, labs, questions }: Teaching,
  ) {
    const { legend } = words.book;
    const found: readonly (readonly [keyof typeof legend, boolean])[] = [
      ['objectives', objectives.length > 0],
      ['exercise', exercises.length > 0],
      ['lab', labs.length > 0],
      ['question', questions.length > 0],
      ['hint', exercises.some((one) => blockAtSlide(one.slide)?.some((name) => name === 'hint'))],
      ['misconception', teaching.misconceptions.length > 0],
      ['keypoints', teaching.keypoints.length > 0],
      ['term', teaching.terms.length > 0],
    ];
    return found.flatMap(([name, there]) =>
      there ? [{ iconHtml: icons.get(name) ?? '', name: words.blocks[name], text: legend[name] }] : [],
    );
  }

  function blockAtSlide(id: string): readonly string[] | null {
    const slide = edition.slides.find((one) => one.id === id);
    const exercise = slide && teaching.exercises.find((one) => one.slide === id);
    const block = slide && exercise ? blockAt(slide.blocks, exercise) : null;
    return block?.children.flatMap((child) => (child.type === 'container' ? [child.name] : [])) ?? null;
  }

  function headOf(chapter: Chapter, { edition: { sections } }: RenderedEdition) {
    const kicker = chapter.number === null ? null : `${words.part} ${chapter.number}`;
    const time = chapter.section?.time ?? 0;
    return {
      id: chapter.id,
      pageName: chapter.id,
      kicker,
      title: chapter.title,
      head: kicker === null ? chapter.title : `${kicker} · ${chapter.title}`,
      minutes: time === 0 ? null : lengthOf(time, words),
      sections: sections.length,
    };
  }
}

function labLine({ number, title, time, slide }: Lab, words: Words) {
  return {
    href: slide,
    kicker: `${words.blocks.lab} ${number}`,
    title,
    minutes: time === null ? null : lengthOf(time, words),
  };
}

function bookmarksOf(chapters: readonly Chapter[]): readonly Bookmark[] {
  return chapters.flatMap((chapter) => [
    { level: 1, title: chapter.title, target: chapter.id },
    ...chapter.slides.flatMap(({ slide }) =>
      slide.title === null || slide.heading?.depth === 1 || ['title', 'end'].includes(slide.layout)
        ? []
        : [{ level: 2, title: slide.title, target: slide.id }],
    ),
  ]);
}
