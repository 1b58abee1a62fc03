import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Container } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { plainText } from '../parse/plain-text.js';
import { walkBlocks } from '../parse/walk.js';
import { actionsIn, listOf } from './actions.js';
import { expectedOutput, type LabPartName, labPart } from './lab-parts.js';
import type { Lab, LabPart, LabStep, Placed } from './teaching.js';
import { timeIn } from './time.js';
import type { Slide } from './workshop.js';

/** A `lab` block as a lab: its head, its parts and its steps. */
export function labFrom(
  block: Container,
  number: number,
  slide: Slide,
  place: Placed,
  notice: (one: Diagnostic) => void,
): Lab {
  const { attributes } = block;
  const parts = block.children.flatMap((child): LabPart[] => {
    const part = child.type === 'container' ? partFrom(child, notice) : null;
    return part ? [part] : [];
  });
  const introduction = block.children.filter((child) => !isPart(child));
  const written = parts.filter((part) => part.name === 'steps').flatMap((part) => part.blocks);
  actionsIn(introduction, notice);
  // A short lab needs no headings: what it says are its steps.
  const steps = stepsFrom(written.length > 0 ? written : introduction);
  if (steps.length === 0) {
    notice(
      diagnostic('lab/no-steps', block.nameSpan, 'This lab has no steps.', {
        hint: 'Write what is to be done below `### Steps`, as a numbered list or as paragraphs with their code.',
      }),
    );
  }
  return {
    ...place,
    number,
    id: attributes.id?.value ?? slide.id,
    title: block.argument ?? slide.title ?? '',
    time: timeIn(attributes, heard),
    needs: listOf(attribute(attributes, 'needs')),
    difficulty: attribute(attributes, 'difficulty')?.value ?? null,
    environment: attribute(attributes, 'environment')?.value ?? null,
    vars: listOf(attribute(attributes, 'vars')).map((one) => {
      const [name = '', ...value] = one.split('=');
      return { name, value: value.length > 0 ? value.join('=') : null };
    }),
    introduction,
    parts,
    steps,
  };
}

/** For what has been said where its part was read. */
function heard(): void {}

function isPart(block: Block): boolean {
  return block.type === 'container' && (block.name === labPart || block.name === 'solution');
}

function partFrom(block: Container, notice: (one: Diagnostic) => void): LabPart | null {
  if (!isPart(block)) return null;
  const [first, ...rest] = block.children;
  const heading = block.name === labPart && first?.type === 'heading' ? first : null;
  const blocks = heading ? rest : block.children;
  return {
    name: heading ? (block.argument as LabPartName) : 'solution',
    title: heading ? plainText(heading.children).trim() : (block.argument ?? ''),
    span: block.span,
    blocks,
    actions: actionsIn(blocks, notice),
  };
}

/**
 * Steps are the items of numbered lists. Without one, each paragraph begins a step as soon as the one before has its
 * fence. What stands between goes with the step above it.
 */
function stepsFrom(blocks: readonly Block[]): readonly LabStep[] {
  const numbered = blocks.some((block) => block.type === 'list' && block.ordered);
  const steps: Block[][] = [];
  /** What stands above the first step belongs to it. */
  let above: Block[] = [];
  for (const block of blocks) {
    const last = steps.at(-1);
    if (block.type === 'list' && block.ordered) {
      for (const item of block.items) {
        steps.push([...above, ...item.children]);
        above = [];
      }
    } else if (numbered) (last ?? above).push(block);
    else if (block.type === 'paragraph' && (last === undefined || last.some(isFence))) steps.push([block]);
    else if (last) last.push(block);
    else if (isFence(block)) steps.push([block]);
    else above.push(block);
  }
  return steps.flatMap((inside, index): LabStep[] => {
    const [first] = inside;
    if (!first) return [];
    const fence = inside.findIndex((block) => walkBlocks([block]).some(isFence));
    const why = fence < 0 ? inside : inside.slice(0, fence);
    return [{ number: index + 1, span: first.span, blocks: inside, why, actions: actionsIn(inside, heard) }];
  });
}

function isFence(block: Block): boolean {
  return block.type === 'code' || (block.type === 'container' && block.name === expectedOutput);
}
