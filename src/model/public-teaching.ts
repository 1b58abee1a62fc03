import { placeKey } from '../diagnostics/source.js';
import type { Block, Container } from '../parse/ast.js';
import { walkBlocks } from '../parse/walk.js';
import { documentBlocks } from './document-blocks.js';
import type { Placed, Teaching } from './teaching.js';
import type { Task } from './timetable.js';
import type { Edition, Slide } from './workshop.js';

/** What an edition teaches with, without what stands among words for the speaker or on slides that are not printed. */
export function publicTeaching({ slides, teaching }: Edition): Teaching {
  const shown = publicPlaces(slides.filter((slide) => slide.print));
  const only = <One extends Placed>(all: readonly One[]) =>
    all.filter((one) => shown.has(placeKey(one.span)));
  return {
    objectives: only(teaching.objectives),
    keypoints: only(teaching.keypoints),
    misconceptions: only(teaching.misconceptions),
    terms: only(teaching.terms),
    questions: only(teaching.questions),
    checklists: only(teaching.checklists),
    exercises: only(teaching.exercises).map((one) => ({ ...one, solutions: [] })),
    labs: only(teaching.labs).map((lab) => ({
      ...lab,
      parts: lab.parts.filter((part) => part.name !== 'solution'),
    })),
    cues: [],
  };
}

/** Exercises and labs of a timetable that participants know of; what only whoever teaches knows of is planned as well. */
export function isPublicTask({ slides, teaching }: Edition): (task: Task) => boolean {
  const shown = publicPlaces(slides);
  const known = (all: readonly (Placed & { readonly number: number })[]) =>
    new Set(all.flatMap((one) => (shown.has(placeKey(one.span)) ? [one.number] : [])));
  const numbers = { exercise: known(teaching.exercises), lab: known(teaching.labs) };
  return ({ kind, number }) => numbers[kind].has(number);
}

/** Where blocks stand that are for participants. */
function publicPlaces(slides: readonly Slide[]): ReadonlySet<string> {
  return new Set(
    slides
      .flatMap((slide) => walkBlocks(documentBlocks(slide, 'participant')))
      .flatMap((block) => (block.type === 'container' ? [placeKey(block.span)] : [])),
  );
}

/** The block of a slide that something of {@link Teaching} was read from. */
export function blockAt(blocks: readonly Block[], { span }: Placed): Container | null {
  const found = walkBlocks(blocks).find(
    (block) => block.type === 'container' && placeKey(block.span) === placeKey(span),
  );
  return found?.type === 'container' ? found : null;
}
