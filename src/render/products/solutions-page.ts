import { documentBlocks } from '../../model/document-blocks.js';
import type { Words } from '../../theme/words.js';
import { lengthOf } from '../book/agenda.js';
import { type Answer, answersOf, type Solution } from '../book/answers.js';
import { bookPage } from '../book/book.js';
import { coverOf } from '../book/cover.js';
import { PaperLinks } from '../book/paper-links.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** `solutions.pdf`: the answers and nothing else. Null where there are none. */
export function solutionsPage(rendered: RenderedEdition): RenderedPage | null {
  const { edition, words } = rendered;
  const answers = answersOf(edition).map((answer, index) => ({ answer, id: `answer-${index + 1}` }));
  if (answers.length === 0) return null;
  const cover = coverOf(rendered, words.solutions, false);
  const sections = [...new Set(answers.map(({ answer }) => answer.slide.section))];
  const chapters = sections.map((index, order) => {
    const section = index === null ? null : (edition.sections[index] ?? null);
    const id = `chapter-${order + 1}`;
    const links = new PaperLinks(new Set(), words);
    const drawn = drawAnswers(
      id,
      answers.filter(({ answer }) => answer.slide.section === index),
      rendered,
    );
    return {
      assets: drawn.assets,
      view: {
        id,
        kicker: section?.number == null ? null : `${words.part} ${section.number}`,
        title: section?.title ?? edition.title,
        answers: drawn.views.map((view) => ({
          ...view,
          taskHtml: view.taskHtml === null ? null : links.spelled(view.taskHtml),
          solutions: view.solutions.map((one) => ({ ...one, html: links.spelled(one.html) })),
        })),
        footnotesHtml: links.spelled(drawn.footnotesHtml),
        links: links.list,
      },
    };
  });
  const views = chapters.map(({ view }) => view);
  return bookPage(rendered, {
    product: 'solutions',
    template: 'solutions.hbs',
    path: `private/${edition.folder}/solutions.pdf`,
    kind: words.solutions,
    runningHeads: [],
    view: {
      // Questions and slides may have solutions too.
      words: { ...words, book: { ...words.book, labList: words.book.answers } },
      cover: { ...cover.view, facts: [...cover.view.facts, words.book.keepPrivate] },
      contents: views.map(({ id, kicker, title }) => ({ href: id, kicker, title, minutes: '' })),
      labs: views.flatMap((view) => view.answers),
      chapters: views,
    },
    assets: [...cover.assets, ...chapters.flatMap((one) => one.assets)],
    bookmarks: views.flatMap((view) => [
      { level: 1, title: view.title, target: view.id },
      ...view.answers.map(({ id, heading }) => ({ level: 2, title: heading, target: id })),
    ]),
    places: new Map(answers.map(({ answer, id }) => [id, answer.slide.span])),
  });
}

interface Placed {
  readonly answer: Answer;
  readonly id: string;
}

/** Draws what is asked and what the answers are, all with one list of footnotes. */
function drawAnswers(id: string, answers: readonly Placed[], rendered: RenderedEdition) {
  const { words } = rendered;
  const parts = answers.flatMap(({ answer: { slide, task, solutions } }) =>
    [task, ...solutions.map((one) => one.blocks)].map((blocks, index) => ({
      slide: { ...slide, heading: null },
      blocks: documentBlocks({ ...slide, blocks }, index === 0 ? 'participant' : 'facilitator'),
    })),
  );
  const drawn = rendered.drawFlow({ id, above: 4, parts });
  let next = 0;
  const take = () => drawn.parts[next++]?.html ?? '';
  const views = answers.map(({ answer, id: target }) => {
    const task = take();
    const { slide, time, solutions } = answer;
    return {
      id: target,
      href: target,
      kicker: kickerOf(answer, words),
      title: answer.title ?? '',
      heading: headingOf(answer, words),
      minutes: time === null ? null : lengthOf(time, words),
      slide: slide.number === null ? null : String(slide.number),
      taskHtml: task.trim() === '' ? null : task,
      solutions: solutions.map((one) => ({ label: labelOf(one, answer, words), html: take() })),
    };
  });
  return { views, footnotesHtml: drawn.footnotesHtml, assets: drawn.assets };
}

function kickerOf({ kind, number, slide }: Answer, words: Words): string {
  if (kind === 'slide') return `${words.slide} ${slide.number ?? ''}`.trim();
  return `${words.blocks[kind]} ${number}`;
}

/** "Lab 3: Pack the slides"; of a slide its title. */
function headingOf(answer: Answer, words: Words): string {
  const kicker = kickerOf(answer, words);
  const title = answer.title ?? '';
  if (title === '') return kicker;
  return answer.kind === 'slide' ? title : `${kicker}: ${title}`;
}

/** What a solution is called beside others; null for one that is alone, and the whole of it. */
function labelOf({ part, title }: Solution, { solutions }: Answer, words: Words): string | null {
  const name = part === null ? words.blocks.solution : words.labParts[part];
  if (title !== null) return part === null ? title : `${name}: ${title}`;
  return part === null && solutions.length === 1 ? null : name;
}
