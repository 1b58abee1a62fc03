import { documentBlocks } from '../../model/document-blocks.js';
import { publicTeaching } from '../../model/public-teaching.js';
import type { Lab } from '../../model/teaching.js';
import { walkBlocks } from '../../parse/walk.js';
import type { Words } from '../../theme/words.js';
import { agendaOf, lengthOf } from '../book/agenda.js';
import { bookPage } from '../book/book.js';
import { type Chapter, chapterHead, chaptersOf, drawChapter } from '../book/chapters.js';
import { keyCommands } from '../book/commands.js';
import { coverOf } from '../book/cover.js';
import { drawPieces, glossaryOf, type Piece } from '../book/furniture.js';
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
    const { parts, footnotesHtml, assets } = drawChapter(chapter, rendered);
    return {
      chapter,
      assets,
      view: {
        ...chapterHead(chapter, words),
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
  const pieces = (id: string, all: readonly Piece[]) => drawPieces(id, all, 2, rendered, back);
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
      legend: legendOf(rendered),
      agenda,
      contents: drawn.map(({ view, chapter }) => ({
        href: chapter.id,
        kicker: view.kicker,
        title: chapter.title,
        minutes: view.minutes,
      })),
      labs: teaching.labs.map((lab) => labLine(lab, words)),
      chapters: drawn.map(({ view }) => view),
      commands: keyCommands(teaching.labs, words),
      backPage: glossary.views.length > 0 || misconceptions.views.length > 0,
      glossary: glossary.views,
      misconceptions: misconceptions.views,
      backNotesHtml: `${misconceptions.footnotesHtml}${glossary.footnotesHtml}`,
      links: back.list,
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
}

/** The signs of blocks that are in the document, and what they mean. */
function legendOf({ edition, theme: { icons }, words }: RenderedEdition) {
  const { legend } = words.book;
  const blocks = edition.slides.flatMap((slide) =>
    slide.print ? walkBlocks(documentBlocks(slide, 'participant')) : [],
  );
  const names = new Set(blocks.flatMap((block) => (block.type === 'container' ? [block.name] : [])));
  return (Object.keys(legend) as (keyof typeof legend)[]).flatMap((name) =>
    names.has(name)
      ? [{ iconHtml: icons.get(name) ?? '', name: words.blocks[name], text: legend[name] }]
      : [],
  );
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
