import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Container } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { blocksOf } from '../parse/kinds.js';
import { plainText } from '../parse/plain-text.js';
import { walkBlocks } from '../parse/walk.js';
import { listOf } from './actions.js';
import { labFrom } from './lab.js';
import { lineCount } from './ruled-lines.js';
import type { Cue, Exercise, Furniture, Misconception, Placed, Teaching } from './teaching.js';
import { timeIn } from './time.js';
import type { Slide } from './workshop.js';

type Lists = { -readonly [Kind in keyof Teaching]: Teaching[Kind][number][] };

/** Gathers what an edition teaches with from its slides, in reading order, and numbers what has numbers. */
export function teachingOf(slides: readonly Slide[], notice: (one: Diagnostic) => void): Teaching {
  const lists: Lists = {
    objectives: [],
    keypoints: [],
    misconceptions: [],
    terms: [],
    questions: [],
    checklists: [],
    exercises: [],
    labs: [],
    cues: [],
  };
  for (const slide of slides) {
    for (const block of blocksOf([...slide.blocks, ...slide.notes], 'container'))
      collect(block, slide, lists, notice);
  }
  return lists;
}

function collect(block: Container, slide: Slide, lists: Lists, notice: (one: Diagnostic) => void): void {
  const { attributes } = block;
  const place: Placed = { slide: slide.id, section: slide.section, span: block.span };
  const plain: Furniture = { ...place, title: block.argument, blocks: block.children };
  const value = (key: string) => attribute(attributes, key)?.value ?? null;
  switch (block.name) {
    case 'objectives':
    case 'keypoints':
      lists[block.name].push(plain);
      break;
    case 'misconception':
      lists.misconceptions.push(misconception(block, place));
      break;
    case 'term':
      lists.terms.push({ ...place, name: block.argument ?? '', blocks: block.children });
      break;
    case 'question':
      lists.questions.push({
        ...plain,
        number: lists.questions.length + 1,
        lines: lineCount(value('lines')),
      });
      break;
    case 'checklist':
      lists.checklists.push({ ...plain, when: value('when') });
      break;
    case 'exercise':
      lists.exercises.push(exercise(block, plain, lists.exercises.length + 1));
      break;
    case 'lab':
      lists.labs.push(labFrom(block, lists.labs.length + 1, slide, place, notice));
      break;
    case 'say':
    case 'ask':
    case 'do':
    case 'cut':
    case 'extend':
      lists.cues.push(cue(block, block.name, place, notice));
  }
}

/** Without a title the first paragraph is what people believe. */
function misconception({ argument, children }: Container, place: Placed): Misconception {
  const [first, ...rest] = children;
  if (argument !== null || first?.type !== 'paragraph') {
    return { ...place, belief: argument ?? '', truth: children };
  }
  return { ...place, belief: plainText(first.children).trim(), truth: rest };
}

function exercise({ attributes, children }: Container, plain: Furniture, number: number): Exercise {
  const isSolution = (block: Block): block is Container =>
    block.type === 'container' && block.name === 'solution';
  return {
    ...plain,
    number,
    id: attributes.id?.value ?? null,
    // A time that cannot be read has been noticed with its slide's.
    time: timeIn(attributes, () => {}),
    needs: listOf(attribute(attributes, 'needs')),
    solutions: walkBlocks(children)
      .filter(isSolution)
      .map((block) => block.children),
  };
}

function cue(
  { attributes, children }: Container,
  kind: Cue['kind'],
  place: Placed,
  notice: (one: Diagnostic) => void,
): Cue {
  return { ...place, kind, time: timeIn(attributes, notice), blocks: children };
}
