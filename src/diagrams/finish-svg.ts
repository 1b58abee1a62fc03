import render from 'dom-serializer';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import type { Diagram } from '../render/diagram.js';
import { idMark } from '../render/drawing.js';
import { safeHref } from '../render/html.js';
import { allowedTags, isAllowedAttribute } from '../render/html-policy.js';
import { readableOn } from './contrast.js';
import { inkOf, inks } from './inks.js';

const tags = ['a', ...allowedTags.slice(allowedTags.indexOf('svg'))].filter(
  (tag) => tag !== 'use' && tag !== 'symbol',
);

/** Attributes that hold a colour. */
const colored = new Set(['fill', 'stroke', 'stop-color']);
/** What an engine writes for its own use, and what a page has in its own way. */
const dropped = new Set(['class', 'style', 'title', 'xmlns', 'font-family']);

/** What an engine drew, ready to stand in a page, and the links that were taken out. */
export interface Finished extends Omit<Diagram, 'alt'> {
  readonly unsafe: readonly string[];
}

/**
 * Makes an engine's SVG a part of the page: inks become the theme's properties, fonts the theme's, what the author
 * marked as the point is filled, and text on a colour of the author's own stays readable. Nothing that runs or
 * reaches out is left.
 *
 * @param scale from the engine's pixels to those of a slide of 1280 by 720
 */
export function finishSvg(svg: string, scale = 1): Finished {
  const document = parseDocument(svg, { xmlMode: true });
  const root = document.children.find((node): node is Element => isTag(node) && node.name === 'svg');
  const viewBox = root?.attribs.viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map((part) => String(round(Number(part))));
  if (!root || viewBox?.length !== 4) throw new Error(`This is no drawing: ${svg.slice(0, 200)}`);
  const unsafe: string[] = [];
  prepare(root.children, unsafe);
  const used = new Set([...svg.matchAll(/url\(\s*(?:["']|&quot;)?#([^"')&\s]+)/g)].map(([, id]) => id));
  const inner = sanitizeHtml(render(root.children, { xmlMode: true, encodeEntities: 'utf8' }), {
    allowedTags: tags,
    allowedAttributes: false,
    parser: { xmlMode: true },
    parseStyleAttributes: false,
    // A title would come up under the pointer with the names that stand in the source.
    exclusiveFilter: (frame) => frame.tag === 'title' || frame.tag === 'desc',
    transformTags: { '*': (tag, attributes) => ({ tagName: tag, attribs: kept(tag, attributes, used) }) },
  });
  const [, , width, height] = viewBox.map(Number);
  return {
    viewBox: viewBox.join(' '),
    inner: inner.replace(/\n\s*/g, '\n').trim(),
    width: Math.round((width ?? 0) * scale),
    height: Math.round((height ?? 0) * scale),
    unsafe,
  };
}

function prepare(nodes: readonly AnyNode[], unsafe: string[]): void {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    // Blanks at the ends of a text count for Graphviz, and SVG drops them.
    if (node.name === 'text')
      for (const child of node.children) if (isText(child)) child.data = kept160(child.data);
    if (node.name === 'a') {
      const address = node.attribs.href ?? node.attribs['xlink:href'] ?? '';
      node.attribs = {};
      if (safeHref(address) === null) unsafe.push(address);
      else if (address !== '') node.attribs = { href: address, ...outside(address) };
    }
    const classes = (node.attribs.class ?? '').split(/\s+/);
    if (classes.includes('node') || classes.includes('cluster')) {
      if (classes.includes('point')) makePoint(node);
      else keepReadable(node);
    }
    prepare(node.children, unsafe);
  }
}

function outside(address: string): Record<string, string> {
  return /^https?:/i.test(address) ? { target: '_blank', rel: 'noopener noreferrer' } : {};
}

function kept160(text: string): string {
  return text.replace(/^ +| +$/g, (blanks) => '\u00a0'.repeat(blanks.length));
}

/** The box that the slide is about: filled with the accent, its words in the colour of the ground. */
function makePoint(node: Element): void {
  for (const one of elements(node)) {
    if (isWords(one)) one.attribs.fill = inks.ground;
    else if (isShape(one)) Object.assign(one.attribs, { fill: inks.accent, stroke: inks.accent });
  }
}

/** An author's own fill may be light or dark on any slide: words on it, where they have no colour of their own, are black or white. */
function keepReadable(node: Element): void {
  const own = elements(node)
    .filter(isShape)
    .map(({ attribs }) => attribs.fill ?? 'none');
  const fill = own.findLast((one) => one !== 'none' && one !== 'transparent' && inkOf(one) === one);
  const readable = fill === undefined ? null : readableOn(fill);
  if (readable === null) return;
  for (const one of elements(node)) {
    if (isWords(one) && inkOf(one.attribs.fill ?? '') !== one.attribs.fill) one.attribs.fill = readable;
  }
}

function isWords(one: Element): boolean {
  return one.name === 'text' || one.name === 'tspan';
}

function isShape(one: Element): boolean {
  return ['polygon', 'path', 'ellipse', 'circle', 'rect'].includes(one.name);
}

/** All elements below one, in the order they stand. */
function elements(node: Element): readonly Element[] {
  return node.children.flatMap((child) => (isTag(child) ? [child, ...elements(child)] : []));
}

function kept(
  tag: string,
  attributes: sanitizeHtml.Attributes,
  used: ReadonlySet<string | undefined>,
): sanitizeHtml.Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      if (name === 'font-family' && /mono|courier|consol|menlo/i.test(value))
        return [[name, 'var(--font-code)']];
      if (!isAllowedAttribute(tag, name) || dropped.has(name) || /^(?:data|aria)-/.test(name)) return [];
      if (name === 'id') return used.has(value) ? [[name, idMark + value]] : [];
      if (/url\(/i.test(value)) {
        const inside = /^\s*url\(\s*["']?#([^"')\s]+)["']?\s*\)\s*$/.exec(value);
        return inside ? [[name, `url(#${idMark}${inside[1]})`]] : [];
      }
      return [[name, colored.has(name) ? inkOf(value) : value]];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
