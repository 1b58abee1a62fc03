import type { Block, Container } from '../parse/ast.js';
import { noAttributes } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { privateNames } from '../parse/block-names.js';
import { have, walkAttributes } from '../parse/kinds.js';
import { mapBlocks, walkBlocks } from '../parse/walk.js';
import { expectedOutput, labPart } from './lab-parts.js';
import type { Slide } from './workshop.js';

/** Blocks for participants' paper only. */
const paperNames: readonly string[] = ['paper', 'lines'];

function isNamed(block: Block, names: readonly string[]): block is Container {
  return block.type === 'container' && names.includes(block.name);
}

/** What stands on the slide, on every screen and in every picture of it. */
export function screenBlocks(slide: Pick<Slide, 'blocks'>): readonly Block[] {
  if (!have(slide.blocks, 'container', 'attributes')) return slide.blocks;
  return mapBlocks(slide.blocks, (block) => (isHidden(block) ? [] : null));
}

function isHidden(block: Block): boolean {
  return isForNobody(block) || isNamed(block, privateNames) || isNamed(block, paperNames);
}

/** `hidden` on a fence: it is run with its lab, and shown to nobody. */
function isForNobody(block: Block): boolean {
  return block.type === 'code' && hasWord(block.attributes, 'hidden');
}

/** What participants find beside the slide on paper, and on no screen. */
export function paperBlocks(slide: Slide): readonly Block[] {
  return forPaper(withoutPrivate(slide.blocks));
}

function forPaper(blocks: readonly Block[]): readonly Block[] {
  return outermost(blocks, isForPaper).flatMap((block): readonly Block[] => {
    if (block.name === 'lab') return unfolded(block);
    return block.name === 'paper' ? block.children : [block];
  });
}

/** Paper does not unfold: what a slide folds away of a lab, and what of it is for paper anyway. */
function unfolded(lab: Container): readonly Block[] {
  const children = lab.children.flatMap((child) =>
    isNamed(child, [labPart]) && (isFolded(child) || hasOutput(child)) ? [child] : forPaper([child]),
  );
  return children.length === 0 ? [] : [{ ...lab, children }];
}

function hasOutput(part: Container): boolean {
  return walkBlocks(part.children).some((block) => isNamed(block, [expectedOutput]));
}

/** On a slide stand the objective and the steps of a lab; the rest unfolds. */
export function isFolded(part: Container): boolean {
  return part.argument !== 'objective' && part.argument !== 'steps';
}

/** A question stands on the slide too; with lines it is asked again where they can be written on. */
function isForPaper(block: Block): block is Container {
  if (isNamed(block, ['question'])) return attribute(block.attributes, 'lines') !== null;
  return isNamed(block, [...paperNames, 'lab']);
}

function withoutPrivate(blocks: readonly Block[]): readonly Block[] {
  if (!have(blocks, 'container', 'attributes')) return blocks;
  return mapBlocks(blocks, (block) => (isForNobody(block) || isNamed(block, privateNames) ? [] : null));
}

/** What only the speaker sees: `Note:`, and every private block with its kind. */
export function speakerBlocks(slide: Slide): readonly Block[] {
  const boxed = outermost(slide.blocks, isForSpeaker).flatMap((block): readonly Block[] =>
    block.name === 'notes' ? block.children : [block],
  );
  return [...dataNotes(slide), ...boxed, ...slide.notes];
}

function isForSpeaker(block: Block): block is Container {
  return isNamed(block, privateNames);
}

/** reveal.js's `data-notes`, on the slide or on anything in it. */
function dataNotes(slide: Slide): readonly Block[] {
  const blocks = slide.heading ? [slide.heading, ...slide.blocks] : slide.blocks;
  const written = [slide.attributes, ...walkAttributes(blocks)];
  return written.flatMap((attributes): readonly Block[] => {
    const notes = attribute(attributes, 'data-notes');
    if (!notes?.value) return [];
    const plain = { span: notes.span, attributes: noAttributes };
    return [{ type: 'paragraph', children: [{ type: 'text', text: notes.value, ...plain }], ...plain }];
  });
}

/** The blocks that are wanted and stand in no other one of them, in reading order. */
function outermost(blocks: readonly Block[], wanted: (block: Block) => block is Container): Container[] {
  if (!have(blocks, 'container')) return [];
  const found: Container[] = [];
  const inside = new Set<Block>();
  for (const block of walkBlocks(blocks)) {
    if (!wanted(block)) continue;
    if (!inside.has(block)) found.push(block);
    for (const inner of walkBlocks(block.children)) inside.add(inner);
  }
  return found;
}
