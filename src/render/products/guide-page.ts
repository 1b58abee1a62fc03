import { bookPage } from '../book/book.js';
import { briefingOf } from '../book/briefing.js';
import { type Chapter, chapterHead } from '../book/chapters.js';
import { keyCommands } from '../book/commands.js';
import { coverOf } from '../book/cover.js';
import { drawPieces, glossaryOf, type Piece } from '../book/furniture.js';
import { guideChapters } from '../book/guide-chapters.js';
import { clockAt } from '../book/pace.js';
import { PaperLinks } from '../book/paper-links.js';
import { equipmentOf, preparationsOf } from '../book/preparations.js';
import { type RunSheetView, runSheetOf, tasksOn } from '../book/run-sheet.js';
import { drawRows, hasGuidance } from '../book/slide-rows.js';
import type { Bookmark, RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** A thumbnail is as wide as this, in CSS pixels; templates/products/guide.css has a column for it. */
const thumbWidth = (68 / 25.4) * 96;

/** `guide.pdf`: what whoever teaches has in hand. Null where there is nothing to know but the slides. */
export function guidePage(rendered: RenderedEdition): RenderedPage | null {
  const { edition, words, slides } = rendered;
  if (!hasGuidance(edition, slides)) return null;
  const { teaching, settings } = edition;
  const chapters = guideChapters(rendered);
  const cover = coverOf(rendered, words.guide, false);
  const targets = new Set([...chapters.map((one) => one.id), ...slides.map(({ slide }) => slide.id)]);
  const drawn = chapters.map((chapter) => {
    const links = new PaperLinks(targets, words);
    const briefing = briefingOf(chapter, rendered, links);
    const { rows, footnotesHtml, assets } = drawRows(chapter, rendered, links);
    const [first] = chapter.slides;
    const view = {
      ...chapterHead(chapter, words),
      clock: first ? clockAt(first.slide.id, edition) : null,
      briefing: briefing.view,
      rows,
      footnotesHtml: `${briefing.footnotesHtml}${footnotesHtml}`,
      links: links.list,
    };
    return { chapter, view, assets: [...briefing.assets, ...assets] };
  });
  const back = new PaperLinks(targets, words);
  const pieces = (id: string, all: readonly Piece[]) => drawPieces(id, all, 2, rendered, back);
  const preparations = preparationsOf(edition, words).map(({ when, checklists }, index) => ({
    when,
    ...pieces(`preparation-${index + 1}`, checklists),
  }));
  const equipment = equipmentOf(edition, words);
  const troubles = pieces(
    'trouble',
    teaching.labs.flatMap((lab) =>
      lab.parts
        .filter((part) => part.name === 'ifStuck')
        .map((part) => ({
          ...lab,
          title: `${words.blocks.lab} ${lab.number}: ${lab.title}`,
          blocks: part.blocks,
        })),
    ),
  );
  const glossary = pieces('glossary', glossaryOf(teaching, settings.lang));
  const runSheet = runSheetOf(
    rendered,
    new Map(chapters.map((one) => [one.slides[0]?.slide.section ?? null, one.id])),
  );
  const commands = keyCommands(teaching.labs, words);
  const { book } = words;
  const before = [
    { id: 'run-sheet', title: book.runSheet },
    ...(preparations.length + equipment.length > 0 ? [{ id: 'room', title: book.room }] : []),
  ];
  const after = [
    ...(troubles.views.length > 0 ? [{ id: 'troubles', title: book.goesWrong }] : []),
    ...(commands.length > 0 ? [{ id: 'commands', title: book.cheatSheet }] : []),
    ...(glossary.views.length > 0 ? [{ id: 'glossary', title: book.glossary }] : []),
    { id: 'timings', title: book.timings },
  ];
  const plain = ({ id, title }: (typeof before)[number]) => ({ href: id, kicker: '', title, minutes: '' });
  return bookPage(rendered, {
    product: 'guide',
    template: 'guide.hbs',
    sheet: 'guide.css',
    path: `private/${edition.folder}/guide.pdf`,
    kind: words.guide,
    runningHeads: drawn.map(({ view }) => ({ pageName: view.pageName, head: view.head })),
    view: {
      words: { ...words, book: { ...book, labList: book.taskList } },
      zoom: (thumbWidth / settings.aspect.width).toFixed(4),
      cover: { ...cover.view, facts: [...cover.view.facts, book.keepPrivate] },
      contents: [
        ...before.map(plain),
        ...drawn.map(({ view, chapter }) => ({
          href: chapter.id,
          kicker: view.kicker,
          title: chapter.title,
          minutes: view.minutes,
        })),
        ...after.map(plain),
      ],
      labs: tasksOn(edition.slides, edition, words),
      runSheet,
      room: preparations.length + equipment.length > 0,
      preparations,
      equipment,
      chapters: drawn.map(({ view }) => view),
      backPage: after.length > 1,
      troubles: troubles.views,
      commands,
      glossary: glossary.views,
      backNotesHtml: `${troubles.footnotesHtml}${glossary.footnotesHtml}`,
      links: back.list,
      timings: timingsOf(runSheet),
    },
    assets: [
      ...cover.assets,
      ...drawn.flatMap((one) => one.assets),
      ...preparations.flatMap((one) => one.assets),
      ...troubles.assets,
      ...glossary.assets,
    ],
    bookmarks: bookmarksOf(chapters, before, after),
    places: new Map(slides.map(({ slide }) => [slide.id, slide.span])),
  });
}

/** A line for each stretch of a day, to write down how long it took. */
function timingsOf({ days }: RunSheetView) {
  return days.flatMap(({ title, rows }, index) => [
    ...(days.length > 1 || (index === 0 && title !== null)
      ? [{ day: title, clock: null, title: null, minutes: null }]
      : []),
    ...rows.map((row) => ({
      day: null,
      clock: row.clock,
      title: row.number === null ? row.title : `${row.number} · ${row.title}`,
      minutes: row.minutes,
    })),
  ]);
}

type Titled = { readonly id: string; readonly title: string };

function bookmarksOf(
  chapters: readonly Chapter[],
  before: readonly Titled[],
  after: readonly Titled[],
): readonly Bookmark[] {
  const top = ({ id, title }: Titled) => ({ level: 1, title, target: id });
  return [
    ...before.map(top),
    ...chapters.flatMap((chapter) => [
      top(chapter),
      ...chapter.slides.flatMap(({ slide }) =>
        slide.title === null || slide.heading?.depth === 1
          ? []
          : [{ level: 2, title: slide.title, target: slide.id }],
      ),
    ]),
    ...after.map(top),
  ];
}
