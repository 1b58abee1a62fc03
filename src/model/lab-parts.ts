import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Block, Container, Heading, ParsedSlide } from '../parse/ast.js';
import { noAttributes } from '../parse/ast.js';
import { have } from '../parse/kinds.js';
import { plainText } from '../parse/plain-text.js';
import { mapBlocks } from '../parse/walk.js';

/** The parts of a lab, which `###` headings name. */
export const labPartNames = [
  'objective',
  'steps',
  'verify',
  'cleanUp',
  'breakIt',
  'challenge',
  'solution',
  'ifStuck',
] as const;
export type LabPartName = (typeof labPartNames)[number];

/** What headings call the parts of a lab, in every language there are words for: `Clean up`, `Aufräumen`. */
export type LabHeadings = ReadonlyMap<string, LabPartName>;

/** What it takes to tell what a heading names. */
interface Names {
  readonly headings: LabHeadings;
  readonly notice: (one: Diagnostic) => void;
}

/** The part of a lab as a block: it holds its heading and what stands below it. */
export const labPart = 'lab-part';
/** What a command is expected to print: a fence right below it. */
export const expectedOutput = 'expected-output';

/**
 * Gives labs and exercises the structure that their headings mean. A part called Solution becomes a `solution` block, so
 * that all that keeps solutions from the public keeps it too; what stands in doubt below one stays with it.
 */
export function withLabParts(
  slide: ParsedSlide,
  headings: () => LabHeadings,
  notice: (one: Diagnostic) => void,
): ParsedSlide {
  if (!have([...slide.blocks, ...slide.notes], 'container')) return slide;
  const names = () => ({ headings: headings(), notice });
  const change = (block: Block): readonly Block[] | null => {
    if (block.type !== 'container') return null;
    if (block.name === 'exercise') return [withChildren(block, hideSolutions(block.children, names()))];
    if (block.name !== 'lab') return null;
    const parts = partsOf(block.children, names());
    return [withChildren(block, hideSolutions(pairOutputs(parts), names()))];
  };
  return { ...slide, blocks: mapBlocks(slide.blocks, change), notes: mapBlocks(slide.notes, change) };
}

function withChildren(block: Container, children: readonly Block[]): Container {
  return children === block.children ? block : { ...block, children };
}

/** What stands above the first heading, then a block for each part. */
function partsOf(children: readonly Block[], names: Names): readonly Block[] {
  const parts: Block[] = [];
  let open: { readonly name: LabPartName; readonly heading: Heading; readonly blocks: Block[] } | null = null;
  const close = () => {
    if (open) parts.push(partOf(open.name, open.heading, open.blocks, names));
  };
  for (const block of children) {
    const name = block.type === 'heading' && block.depth <= 3 ? partNamed(block, names) : null;
    if (block.type === 'heading' && name !== null) {
      close();
      open = { name, heading: block, blocks: [] };
    } else if (open) open.blocks.push(block);
    else parts.push(block);
  }
  close();
  return parts;
}

function partNamed(heading: Heading, names: Names): LabPartName | null {
  const text = plainText(heading.children).trim();
  if (isSolution(heading, names)) return 'solution';
  // `Steps: ten of them`, `Challenge (for the quick)`.
  const name = named(text, names) ?? named(/^[^:(–—]*/.exec(text)?.[0] ?? '', names);
  if (name !== null) return name;
  const near = didYouMean(text, names.headings.keys());
  names.notice(
    diagnostic('lab/unknown-part', heading.span, `\`${text}\` is no part of a lab.`, {
      hint:
        near === null
          ? 'Parts are Objective, Steps, Verify, Clean up, Break it, Challenge, Solution and If stuck; other headings take four `#`.'
          : `Did you mean \`${near}\`?`,
    }),
  );
  return null;
}

function named(text: string, { headings }: Names): LabPartName | null {
  const wanted = folded(text);
  return [...headings].find(([word]) => folded(word) === wanted)?.[1] ?? null;
}

/**
 * `Solution`, `Solutions`, `Solution for Windows`, and with a warning what looks like it: what gives an answer away is
 * better kept once too often.
 */
function isSolution(heading: Heading, { headings, notice }: Names): boolean {
  const text = plainText(heading.children).trim();
  const words = [...headings].flatMap(([word, name]) => (name === 'solution' ? [word] : []));
  if (words.some((word) => folded(text).startsWith(folded(word)))) return true;
  const near = didYouMean(text.split(/[\s:(–—]/)[0] ?? '', words);
  if (near === null) return false;
  notice(
    diagnostic(
      'lab/unknown-part',
      heading.span,
      `\`${text}\` looks like a solution, and is kept from the public.`,
      {
        hint: `If it is one, write \`${near}\`; if not, call it something else.`,
      },
    ),
  );
  return true;
}

/** Without case, blanks and marks: `Clean-up` is `clean up`. */
function folded(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function partOf(name: LabPartName, heading: Heading, blocks: readonly Block[], names: Names): Container {
  const { attributes } = heading;
  const span = spanOf(heading, blocks);
  const common = { type: 'container' as const, nameSpan: heading.span, attributes, span };
  const title: Heading = { ...heading, attributes: noAttributes };
  if (name === 'solution') {
    // The box says that it is one; `Solution for Windows` says more.
    const isBare = named(plainText(heading.children), names) === 'solution';
    return { ...common, name: 'solution', argument: null, children: isBare ? blocks : [title, ...blocks] };
  }
  return { ...common, name: labPart, argument: name, children: [title, ...blocks] };
}

function spanOf({ span }: Heading, blocks: readonly Block[]): Span {
  const last = blocks.at(-1)?.span;
  return last?.file === span.file && last.end > span.end ? { ...span, end: last.end } : span;
}

/** Puts what stands below a heading that says Solution into a `solution`, however deep it stands. */
function hideSolutions(blocks: readonly Block[], names: Names): readonly Block[] {
  return mapBlocks(grouped(blocks, names), (block) => {
    // All of it is hidden already.
    if (block.type === 'container' && block.name === 'solution') return null;
    if (block.type === 'container' || block.type === 'quote' || block.type === 'callout') {
      const children = grouped(block.children, names);
      return children === block.children ? null : [{ ...block, children }];
    }
    if (block.type !== 'list') return null;
    const items = block.items.map((item) => ({ ...item, children: grouped(item.children, names) }));
    return items.some((item, index) => item.children !== block.items[index]?.children)
      ? [{ ...block, items }]
      : null;
  });
}

/** A solution goes on to the next heading that is not below its own. */
function grouped(blocks: readonly Block[], names: Names): readonly Block[] {
  const first = blocks.findIndex((block) => block.type === 'heading' && isSolution(block, names));
  const heading = blocks[first];
  if (heading?.type !== 'heading') return blocks;
  const length = blocks
    .slice(first + 1)
    .findIndex((block) => block.type === 'heading' && block.depth <= heading.depth);
  const end = length < 0 ? blocks.length : first + 1 + length;
  const hidden = partOf('solution', heading, blocks.slice(first + 1, end), names);
  return [...blocks.slice(0, first), hidden, ...grouped(blocks.slice(end), names)];
}

/** Languages of commands, and of what they print. */
const commands: readonly string[] = ['console', 'bash', 'sh'];
const outputs: readonly string[] = ['output', 'text'];

export function isCommand(block: Block | undefined): boolean {
  return block?.type === 'code' && commands.includes(block.language?.toLowerCase() ?? '');
}

/** Puts each fence of output that stands right below a command into a block of its own. */
function pairOutputs(blocks: readonly Block[]): readonly Block[] {
  const paired = (all: readonly Block[]): readonly Block[] =>
    all.some(isCommand)
      ? all.map((block, index) =>
          block.type === 'code' &&
          outputs.includes(block.language?.toLowerCase() ?? '') &&
          isCommand(all[index - 1])
            ? outputOf(block)
            : block,
        )
      : all;
  return mapBlocks(paired(blocks), (block) => {
    if (block.type === 'list') {
      return [{ ...block, items: block.items.map((item) => ({ ...item, children: paired(item.children) })) }];
    }
    if (block.type !== 'container' || block.name === expectedOutput) return null;
    return [{ ...block, children: paired(block.children) }];
  });
}

function outputOf(block: Block): Container {
  return {
    type: 'container',
    name: expectedOutput,
    nameSpan: block.span,
    argument: null,
    children: [block],
    span: block.span,
    attributes: noAttributes,
  };
}
