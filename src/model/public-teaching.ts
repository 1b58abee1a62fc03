import type { Span } from '../diagnostics/source.js';
import type { Block, Container } from '../parse/ast.js';
import { walkBlocks } from '../parse/walk.js';
import { documentBlocks } from './document-blocks.js';
import type { Placed, Teaching } from './teaching.js';
import type { Edition } from './workshop.js';

/** What an edition teaches with, without what stands among words for the speaker or on slides that are not printed. */
export function publicTeaching({ slides, teaching }: Edition): Teaching {
  const shown = new Set(
    slides
      .filter((slide) => slide.print)
      .flatMap((slide) => walkBlocks(documentBlocks(slide, 'participant')))
      .filter((block): block is Container => block.type === 'container')
      .map((block) => keyOf(block.span)),
  );
  const only = <One extends Placed>(all: readonly One[]) => all.filter((one) => shown.has(keyOf(one.span)));
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

/** The block of a slide that something of {@link Teaching} was read from. */
export function blockAt(blocks: readonly Block[], { span }: Placed): Container | null {
  const found = walkBlocks(blocks).find(
    (block) => block.type === 'container' && keyOf(block.span) === keyOf(span),
  );
  return found?.type === 'container' ? found : null;
}

/** Blocks are copied on their way; their places stay. */
function keyOf({ file, start, end }: Span): string {
  return `${start}-${end}-${file}`;
}
