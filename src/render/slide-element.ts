import type { Slide } from '../model/workshop.js';
import type { AttributePair } from '../parse/ast.js';
import { elementAttributes } from './attributes.js';
import type { RenderContext } from './context.js';
import { directionOf } from './direction.js';
import type { Fit } from './fit/ruler.js';
import { effects, fragmentClasses, orderKeys } from './fragments.js';
import { drawGround } from './ground.js';
import { attributeString } from './html.js';

type Entries = readonly (readonly [string, string | true | null])[];

/** What is reveal.js' business, on the section around a slide: how one slide follows another. */
const sectionKeys = /^data-(?:transition|transition-speed|auto-animate|auto-animate-[\w-]+|autoslide)$/;

/** What a title takes of the settings behind it: when it comes, and what it is to auto-animate. */
const titleKeys: readonly string[] = [...orderKeys, 'data-id'];

/** Attributes for reveal.js' section. */
export function sectionAttributes(slide: Slide): Entries {
  return slide.attributes.pairs.flatMap(({ key, value }) => {
    const name = sectionKey(key);
    if (name === null) return [];
    return [[name, name === 'data-autoslide' ? milliseconds(value) : (value ?? true)] as const];
  });
}

/** `5s`, or as reveal.js writes it, `5000`. */
function milliseconds(value: string | null): string | null {
  const written = value?.trim() ?? '';
  if (/^\d+(?:ms)?$/.test(written)) return String(Number.parseInt(written, 10));
  const [, number, unit] = /^(\d+(?:\.\d+)?)(s|m)$/.exec(written) ?? [];
  return number === undefined ? null : String(Math.round(Number(number) * (unit === 'm' ? 60_000 : 1000)));
}

function sectionKey(key: string): string | null {
  const name = key.startsWith('data-') ? key : `data-${key}`;
  return sectionKeys.test(name) ? name : null;
}

/** Attributes of a slide's title. A slide is no fragment: `## Title {.fragment}` means the title. */
export function titleAttributes({ attributes }: Slide): string {
  const own = {
    id: null,
    classes: fragmentClasses(attributes.classes),
    pairs: attributes.pairs.filter(({ key }) => titleKeys.includes(key)),
  };
  return attributeString(elementAttributes(own, { classes: ['slide-title'] }));
}

/** What is worked out of a slide, and not written on it. */
export interface SlideLook {
  /** By how much its words are larger or smaller than the theme has them, and how far apart. */
  readonly fit: Fit;
  /** Letters of the longest word of what is set as large as it fits, as a big number; null for all other slides. */
  readonly longest: number | null;
  /** The language it is in, its own or the deck's. */
  readonly lang: string;
}

/** The slide's own element: its layout, its classes, its ground, and by how much its words are larger or smaller. */
export function slideElement(slide: Slide, inside: string, look: SlideLook, context: RenderContext): string {
  const { attributes } = slide;
  const ground = drawGround(slide, context);
  const classes = ['slide', `layout-${slide.layout}`, ...ground.classes];
  const rest = {
    id: null,
    classes: attributes.classes.filter((name) => name !== 'fragment' && !effects.includes(name)),
    pairs: attributes.pairs.filter(isElements),
  };
  const entries = [
    ...elementAttributes(rest, { classes, style: [ground.style, fitStyle(look)].filter(Boolean).join('; ') }),
    ['data-number', slide.number],
    ['lang', slide.lang],
    ...(rest.pairs.some(({ key }) => key === 'dir') || directionOf(look.lang) === 'ltr'
      ? []
      : [['dir', 'rtl'] as const]),
  ] as const;
  return `<div${attributeString(entries)}>\n${ground.layer}${inside}</div>`;
}

function fitStyle({ fit, longest }: SlideLook): string {
  return [
    ...(fit.scale === 1 ? [] : [`--scale: ${fit.scale}`]),
    ...(fit.air === 0 ? [] : [`--air: ${fit.air}`]),
    ...(longest === null ? [] : [`--longest: ${longest}`]),
  ].join('; ');
}

/** Whether a key behind a title is for the element as it is: everything else was used elsewhere. */
function isElements({ key }: AttributePair): boolean {
  if (titleKeys.includes(key) || sectionKey(key) !== null || /^data-background/.test(key)) return false;
  return /^(?:data-|aria-)/.test(key)
    ? key !== 'data-visibility'
    : ['style', 'title', 'dir', 'role'].includes(key);
}
