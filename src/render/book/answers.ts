import type { Seconds } from '../../config/settings.js';
import { placeKey } from '../../diagnostics/source.js';
import { type LabPartName, labPart } from '../../model/lab-parts.js';
import type { Placed } from '../../model/teaching.js';
import type { Edition, Slide } from '../../model/workshop.js';
import type { Block, Container } from '../../parse/ast.js';
import { childBlocks } from '../../parse/walk.js';

/** Something that has solutions. */
export interface Answer {
  readonly kind: 'exercise' | 'lab' | 'question' | 'slide';
  /** Counted through the edition; null for a slide. */
  readonly number: number | null;
  readonly title: string | null;
  readonly time: Seconds | null;
  readonly slide: Slide;
  /** What is asked, in short. */
  readonly task: readonly Block[];
  readonly solutions: readonly Solution[];
}

export interface Solution {
  /** The part of the lab that it is a solution of; null for the lab as a whole, and elsewhere. */
  readonly part: LabPartName | null;
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** Everything that has a solution, in reading order. Each solution is at what it stands in: exercise, lab, question, else slide. */
export function answersOf(edition: Edition): readonly Answer[] {
  return edition.slides.flatMap((slide) => {
    const found = new Map<Container | null, Solution[]>();
    collect([...slide.blocks, ...slide.notes], null, null, found);
    return [...found].map(([owner, solutions]): Answer => {
      const head = owner ? headOf(owner, slide, edition) : null;
      // That of the whole comes first, those of its parts after it.
      const sorted = solutions.toSorted((a, b) => Number(a.part !== null) - Number(b.part !== null));
      return { ...(head ?? ofSlide(slide)), slide, task: owner ? taskOf(owner) : [], solutions: sorted };
    });
  });
}

type Head = Pick<Answer, 'kind' | 'number' | 'title' | 'time'>;

function collect(
  blocks: readonly Block[],
  owner: Container | null,
  part: LabPartName | null,
  found: Map<Container | null, Solution[]>,
): void {
  for (const block of blocks) {
    if (block.type !== 'container') {
      collect(childBlocks(block), owner, part, found);
    } else if (block.name === 'solution') {
      const solution = { part, title: block.argument, blocks: block.children };
      found.set(owner, [...(found.get(owner) ?? []), solution]);
    } else if (isTask(block)) {
      collect(block.children, block, null, found);
    } else {
      const inner = block.name === labPart ? (block.argument as LabPartName) : part;
      collect(block.children, owner, inner, found);
    }
  }
}

function isTask({ name }: Container): boolean {
  return name === 'exercise' || name === 'lab' || name === 'question';
}

function headOf({ name, span }: Container, slide: Slide, { teaching }: Edition): Head | null {
  const here = (one: Placed) => one.slide === slide.id && placeKey(one.span) === placeKey(span);
  const title = slide.title;
  if (name === 'lab') {
    const lab = teaching.labs.find(here);
    return lab ? { kind: 'lab', number: lab.number, title: lab.title, time: lab.time } : null;
  }
  if (name === 'exercise') {
    const one = teaching.exercises.find(here);
    return one ? { kind: 'exercise', number: one.number, title: one.title ?? title, time: one.time } : null;
  }
  const one = teaching.questions.find(here);
  return one ? { kind: 'question', number: one.number, title: one.title ?? title, time: null } : null;
}

function ofSlide({ title }: Slide): Head {
  return { kind: 'slide', number: null, title, time: null };
}

/** The most blocks that say what is asked. */
const most = 2;

/** What a lab wants to reach; of others what stands before the first hint or the first room to write. */
function taskOf({ name, children }: Container): readonly Block[] {
  if (name === 'lab') {
    const objective = children.find(
      (child): child is Container =>
        child.type === 'container' && child.name === labPart && child.argument === 'objective',
    );
    const own = (objective?.children ?? children).filter((child) => child.type === 'paragraph');
    return own.slice(0, 1);
  }
  const end = children.findIndex((child) => child.type === 'container');
  return (end < 0 ? children : children.slice(0, end)).slice(0, most);
}
