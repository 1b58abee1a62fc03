import { parseDuration } from '../config/duration.js';
import { lineCount } from '../model/ruled-lines.js';
import type { Container } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import type { Words } from '../theme/words.js';
import { elementAttributes } from './attributes.js';
import { renderBlocks } from './blocks.js';
import type { Draw } from './containers.js';
import type { RenderContext } from './context.js';
import { attributeString, escapeHtml } from './html.js';

type Name = keyof Words['blocks'];

/** The furniture of workshops: each block has a label of an icon and a word, and a class that themes know it by. */
export const workshopDrawings: Readonly<Record<string, Draw>> = {
  objectives: labelled('objectives'),
  keypoints: labelled('keypoints'),
  solution: labelled('solution'),
  guide: labelled('guide'),
  say: cue('say'),
  ask: cue('ask'),
  do: cue('do'),
  cut: cue('cut'),
  extend: cue('extend'),
  misconception,
  checklist,
  term,
  question,
  exercise,
  hint,
  lines: (block) => element('div', block, ['lines'], ruled(lineCount(block.argument) ?? 3)),
};

function labelled(name: Name): Draw {
  return (block, context) => box(block, name, label(name, block.argument, context), context);
}

/** What the facilitator does; `cut` and `extend` may say how much time that is. */
function cue(name: Name): Draw {
  return (block, context) =>
    box(block, `cue cue-${name}`, label(name, null, context, minutes(block, context)), context);
}

/** What people believe, and what is so. Without a title the first paragraph is the belief. */
function misconception(block: Container, context: RenderContext): string {
  const [first, ...rest] = block.children;
  const lone = block.argument === null && first?.type === 'paragraph';
  const belief = lone ? renderBlocks([first], context) : `<p>${titleHtml(block.argument ?? '')}</p>\n`;
  const truth = renderBlocks(lone ? rest : block.children, context);
  const head = label('misconception', null, context);
  const hasBelief = lone || block.argument !== null;
  const said = hasBelief ? `<div class="belief">\n${belief}</div>\n` : '';
  const word = escapeHtml(context.words.blocks.truth);
  const fact = truth.trim() === '' ? '' : `<p class="truth-label">${word}</p>\n${truth}`;
  return element('div', block, ['block', 'misconception'], `${head}${said}${fact}`);
}

/** `when="the day before"` stands beside the label. */
function checklist(block: Container, context: RenderContext): string {
  const when = attribute(block.attributes, 'when')?.value ?? null;
  const aside = when === null ? '' : `<span class="kind-aside">${escapeHtml(when)}</span>`;
  return box(block, 'checklist', label('checklist', block.argument, context, aside), context);
}

/** A word and what it means; the kind of block is said small, since the word is what counts. */
function term(block: Container, context: RenderContext): string {
  const name =
    block.argument === null ? '' : `<p class="term-name"><dfn>${titleHtml(block.argument)}</dfn></p>\n`;
  return box(block, 'term', `${label('term', null, context)}${name}`, context);
}

/** On the slide the question; room to answer is on paper only. */
function question(block: Container, context: RenderContext): string {
  const count =
    context.place === 'paper' ? lineCount(attribute(block.attributes, 'lines')?.value ?? null) : null;
  const inner = `${label('question', block.argument, context)}${renderBlocks(block.children, context)}`;
  return element('div', block, ['block', 'question'], `${inner}${count === null ? '' : ruled(count)}`);
}

function exercise(block: Container, context: RenderContext): string {
  const head = label('exercise', block.argument, context, minutes(block, context));
  return element('div', block, ['block', 'exercise'], `${head}${renderBlocks(block.children, context)}`);
}

/** Folded on a slide; paper does not unfold, and what the speaker reads need not be. */
function hint(block: Container, context: RenderContext): string {
  const body = renderBlocks(block.children, context);
  if (context.place !== 'slide') return box(block, 'hint', label('hint', block.argument, context), context);
  const summary = `<summary>${labelText('hint', block.argument, context)}</summary>\n`;
  return element('details', block, ['block', 'hint'], `${summary}${body}`);
}

/** Lines to write on. */
function ruled(count: number): string {
  return `<div class="ruled" aria-hidden="true">${'<i></i>'.repeat(count)}</div>\n`;
}

/** `time=10m` as people say it, and for the clock that a presenter may start. */
function minutes(block: Container, context: RenderContext): string {
  const seconds = parseDuration(attribute(block.attributes, 'time')?.value ?? '');
  if (seconds === null) return '';
  return `<span class="minutes">${escapeHtml(lengthOf(seconds, context.words))}</span>`;
}

/** `10 min`, `90 s`: what is no whole number of minutes is told in seconds. */
function lengthOf(seconds: number, words: Words): string {
  return seconds % 60 === 0 ? `${seconds / 60} ${words.minutes}` : `${seconds} s`;
}

function label(name: Name, title: string | null, context: RenderContext, aside = ''): string {
  const space = aside === '' ? '' : ' ';
  return `<p class="kind-label"><span class="kind-name">${labelText(name, title, context)}</span>${space}${aside}</p>\n`;
}

/** Icon and word, then the author's title where there is one. */
function labelText(name: Name, title: string | null, { icons, words }: RenderContext): string {
  const word = `${icons.get(name) ?? ''}${escapeHtml(words.blocks[name])}`;
  return title === null ? word : `${word}: <span class="kind-title">${titleHtml(title)}</span>`;
}

/** An author's title: plain words, and \`code\` among them. */
function titleHtml(title: string): string {
  return escapeHtml(title).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function box(block: Container, classes: string, head: string, context: RenderContext): string {
  const inner = `${head}${renderBlocks(block.children, context)}`;
  return element('div', block, ['block', ...classes.split(' ')], inner);
}

function element(tag: string, block: Container, classes: readonly string[], inner: string): string {
  return `<${tag}${attributeString(elementAttributes(block.attributes, { classes }))}>\n${inner}</${tag}>\n`;
}
