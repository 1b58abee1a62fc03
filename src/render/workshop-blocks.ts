import { parseDuration } from '../config/duration.js';
import { listOf } from '../model/actions.js';
import { isFolded } from '../model/audience.js';
import { expectedOutput, labPart } from '../model/lab-parts.js';
import { lineCount } from '../model/ruled-lines.js';
import type { Block, Container } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import type { Words } from '../theme/words.js';
import { elementAttributes } from './attributes.js';
import { renderBlocks } from './blocks.js';
import type { Draw } from './containers.js';
import type { RenderContext } from './context.js';
import { attributeString, escapeHtml, titleHtml } from './html.js';

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
  lab,
  [labPart]: part,
  [expectedOutput]: expected,
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
  const head = label('exercise', block.argument, context, `${needs(block, context)}${clock(block, context)}`);
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

/** `time=10m` as people say it. */
function minutes(block: Container, context: RenderContext): string {
  const seconds = secondsOf(block);
  if (seconds === null) return '';
  return `<span class="minutes">${escapeHtml(lengthOf(seconds, context.words))}</span>`;
}

/** The same with its number large; on a slide a presenter may start it as a countdown. */
function clock(block: Container, context: RenderContext): string {
  const seconds = secondsOf(block);
  if (seconds === null) return '';
  const [number, unit] = lengthOf(seconds, context.words).split(' ');
  const words = `<b>${number}</b> ${escapeHtml(unit ?? '')}`;
  if (context.place !== 'slide') return `<span class="minutes">${words}</span>`;
  return `<span class="minutes countdown" data-countdown="${seconds}">${words}</span>`;
}

function secondsOf(block: Container): number | null {
  return parseDuration(attribute(block.attributes, 'time')?.value ?? '');
}

/** `10 min`, `90 s`: what is no whole number of minutes is told in seconds. */
function lengthOf(seconds: number, words: Words): string {
  return seconds % 60 === 0 ? `${seconds / 60} ${words.minutes}` : `${seconds} s`;
}

/** What a lab is and needs, its objective and steps; the rest unfolds on a slide and stands below on paper. */
function lab(block: Container, context: RenderContext): string {
  const value = (key: string) => attribute(block.attributes, key)?.value ?? null;
  const facts = [value('difficulty'), value('environment')].flatMap((one) => one ?? []);
  const aside = `${needs(block, context)}${facts.map(fact).join('')}${toFillIn(block, context)}`;
  const number = context.labNumber(block);
  const head = label('lab', block.argument, context, `${aside}${clock(block, context)}`, number);
  const isMore = (child: Block) => child.type === 'container' && child.name === labPart && isFolded(child);
  const more = context.place === 'slide' ? block.children.filter(isMore) : [];
  const shown = renderBlocks(
    block.children.filter((child) => !more.includes(child)),
    context,
  );
  // Of what shares a name one is open at a time: each lies over the steps.
  const parts = more.map((child) => unfolding(child as Container, `lab-${number ?? 0}`, context)).join('');
  const folded = more.length === 0 ? '' : `<div class="lab-more">\n${parts}</div>\n`;
  return element('div', block, ['block', 'lab'], `${head}${shown}${folded}`);
}

/** `needs="docker,curl"`. */
function needs(block: Container, { words }: RenderContext): string {
  const all = listOf(attribute(block.attributes, 'needs'));
  return all.length === 0 ? '' : fact(`${words.needs} ${all.join(', ')}`);
}

/** `vars="NAME TAG=1.0"`: what stands for something of one's own in the commands. Values are for trying the lab out. */
function toFillIn(block: Container, { words }: RenderContext): string {
  const names = listOf(attribute(block.attributes, 'vars')).map((one) => one.replace(/=.*$/s, ''));
  return names.length === 0 ? '' : fact(`${words.fillIn} ${names.join(', ')}`);
}

function fact(text: string): string {
  return `<span class="kind-aside">${escapeHtml(text)}</span> `;
}

function part(block: Container, context: RenderContext): string {
  const { title, body } = partOf(block, context);
  return element('div', block, partClasses(block), `${title}\n${body}`);
}

function unfolding(block: Container, name: string, context: RenderContext): string {
  const { title, body } = partOf(block, context);
  const attributes = elementAttributes(block.attributes, { classes: partClasses(block) });
  const inner = `<summary>${title}</summary>\n<div class="lab-part-body">\n${body}</div>\n`;
  return `<details${attributeString([['name', name], ...attributes])}>\n${inner}</details>\n`;
}

function partOf({ children: [heading, ...rest] }: Container, context: RenderContext) {
  const title = heading ? renderBlocks([heading], context).trim() : '';
  return { title, body: renderBlocks(rest, context) };
}

/** `cleanUp` is `lab-clean-up` to themes. */
function partClasses({ argument }: Container): readonly string[] {
  return ['lab-part', `lab-${(argument ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`];
}

/** What a command prints: folded on a slide, where the commands are what all look at. */
function expected(block: Container, context: RenderContext): string {
  const word = escapeHtml(context.words.blocks.expected);
  const body = renderBlocks(block.children, context);
  if (context.place !== 'slide') {
    return element('div', block, ['expected'], `<p class="expected-label">${word}</p>\n${body}`);
  }
  return element('details', block, ['expected'], `<summary>${word}</summary>\n${body}`);
}

function label(
  name: Name,
  title: string | null,
  context: RenderContext,
  aside = '',
  number: number | null = null,
): string {
  const space = aside === '' ? '' : ' ';
  const text = labelText(name, title, context, number);
  return `<p class="kind-label"><span class="kind-name">${text}</span>${space}${aside}</p>\n`;
}

/** Icon and word, then the author's title where there is one. */
function labelText(
  name: Name,
  title: string | null,
  { icons, words }: RenderContext,
  number: number | null = null,
): string {
  const counted = number === null ? words.blocks[name] : `${words.blocks[name]} ${number}`;
  const word = `${icons.get(name) ?? ''}${escapeHtml(counted)}`;
  return title === null ? word : `${word}: <span class="kind-title">${titleHtml(title)}</span>`;
}

function box(block: Container, classes: string, head: string, context: RenderContext): string {
  const inner = `${head}${renderBlocks(block.children, context)}`;
  return element('div', block, ['block', ...classes.split(' ')], inner);
}

function element(tag: string, block: Container, classes: readonly string[], inner: string): string {
  return `<${tag}${attributeString(elementAttributes(block.attributes, { classes }))}>\n${inner}</${tag}>\n`;
}
