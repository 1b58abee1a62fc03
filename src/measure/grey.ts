import type { OpenPage } from '../print/open-page.js';

/**
 * Whether a page for paper can be printed in grey: every word, in the grey that its colour turns into, stands out 4.5:1
 * from the grey of its ground. Colours turn into grey as PDF says: 30 % red, 59 % green, 11 % blue. What lies over a
 * picture is not known to stand out, so it does not count as fit.
 */
export async function fitForGrey(open: OpenPage): Promise<boolean> {
  return (await open.evaluate(findPale)) === null;
}

/**
 * In the page: the first words that stand out too little, or null. A word's ground is the nearest element around it that is
 * painted; in a drawing it is the last shape before it that lies behind its middle.
 */
export function findPale(): string | null {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const least = 4.5;
  const white: Colour = [255, 255, 255, 1];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = new Map<string, Colour>();
  type Stand = { readonly ground: Colour | null; readonly opacity: number };
  /** Its ground is null where that is a picture or a gradient, of which nothing is known. */
  const stands = new Map<Element, Stand>();
  const clipped = new Map<Element, boolean>();
  /** By ground: the colours that stand out from it, or not. */
  const compared = new Map<Colour, Map<string, boolean>>();
  type Kind = { readonly code: Element; readonly classes: string };
  /** By panel of code: the kinds of words that stand out in it. */
  const alike = new Map<Element, Set<string>>();
  const shapes = new Map<Element, { shape: SVGGraphicsElement; box: DOMRect }[]>();

  // One for all: whatever is taken out of a document later, as when long ones are printed, is held against each that was ever made.
  const range = document.createRange();

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || element === last || !node.textContent?.trim()) continue;
    last = element;
    const kind = kindInCode(element);
    if (kind !== null && known(kind)) continue;
    // Nearly all words stand out: whether they are seen at all is asked of the others.
    if (standsOut(element)) remember(kind);
    else if (isSeen(element, node)) return node.textContent.trim();
  }
  return null;

  /** Half of all words of a deck may be in code, each an element of its own: what it looks like is said by its classes and those around it. */
  function kindInCode(element: Element): Kind | null {
    let classes = '';
    let around: Element | null = element;
    for (; around?.localName === 'span' && !around.hasAttribute('style'); around = around.parentElement) {
      classes += `/${around.className}`;
    }
    return classes !== '' && around?.localName === 'code' ? { code: around, classes } : null;
  }

  function known({ code, classes }: Kind): boolean {
    return alike.get(code)?.has(classes) === true;
  }

  function remember(kind: Kind | null): void {
    if (kind !== null) alike.set(kind.code, (alike.get(kind.code) ?? new Set()).add(kind.classes));
  }

  function standsOut(element: Element): boolean {
    const style = getComputedStyle(element);
    const inDrawing = element instanceof SVGElement;
    const { ground: around, opacity } = standOf(element, style);
    const ground = inDrawing ? groundInDrawing(element) : around;
    if (ground === null) return false;
    const written = inDrawing ? style.fill : style.color;
    const before = opacity === 1 ? compared.get(ground)?.get(written) : undefined;
    if (before !== undefined) return before;
    const [red, green, blue, alpha] = channels(written);
    const enough = contrast(over([red, green, blue, alpha * opacity], ground), ground) >= least;
    if (opacity === 1) {
      const colours = compared.get(ground) ?? new Map<string, boolean>();
      compared.set(ground, colours.set(written, enough));
    }
    return enough;
  }

  function isSeen(element: Element, node: Node): boolean {
    if (element.matches('script, style, title, desc, annotation')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (isClipped(element)) return false;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  }

  /** Words for those who hear the page are clipped to nothing. */
  function isClipped(element: Element): boolean {
    const known = clipped.get(element);
    if (known !== undefined) return known;
    const around = element.matches('.slide, body') ? null : element.parentElement;
    const is = getComputedStyle(element).clipPath === 'inset(50%)' || (around !== null && isClipped(around));
    clipped.set(element, is);
    return is;
  }

  /** What an element stands on, and how much of it and of all around it can be seen through, from 0 to 1. */
  function standOf(element: Element | null, style = element && getComputedStyle(element)): Stand {
    if (element === null || style === null) return { ground: white, opacity: 1 };
    const known = stands.get(element);
    if (known !== undefined) return known;
    const around = standOf(element.parentElement);
    const isSlide = element.matches('.slide');
    const own = channels(style.backgroundColor);
    const picture = style.backgroundImage !== 'none' || (isSlide && element.querySelector('.slide-ground'));
    const ground = picture ? null : groundOf(own, around.ground);
    const stand = { ground, opacity: Number(style.opacity) * (isSlide ? 1 : around.opacity) };
    stands.set(element, stand);
    return stand;
  }

  /** The same ground stays the same object: what is compared with it is compared once. */
  function groundOf(own: Colour, around: Colour | null): Colour | null {
    if (own[3] === 1) return own;
    return own[3] === 0 || around === null ? around : over(own, around);
  }

  function groundInDrawing(element: SVGElement): Colour | null {
    const drawing = outermost(element);
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const under = shapesOf(drawing).findLast(
      ({ shape, box: around }) =>
        shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING &&
        around.left <= x &&
        around.right >= x &&
        around.top <= y &&
        around.bottom >= y,
    );
    const { ground } = standOf(drawing);
    if (under === undefined || ground === null) return ground;
    const { fill, fillOpacity } = getComputedStyle(under.shape);
    const [red, green, blue, alpha] = channels(fill);
    return over([red, green, blue, alpha * Number(fillOpacity) * standOf(under.shape).opacity], ground);
  }

  function shapesOf(drawing: Element) {
    const known = shapes.get(drawing);
    if (known !== undefined) return known;
    const found = [
      ...drawing.querySelectorAll<SVGGraphicsElement>('rect, circle, ellipse, polygon, path'),
    ].flatMap((shape) => {
      const { fill } = getComputedStyle(shape);
      const painted =
        fill !== 'none' && channels(fill)[3] > 0 && shape.closest('defs, marker, clipPath, mask') === null;
      return painted ? [{ shape, box: shape.getBoundingClientRect() }] : [];
    });
    shapes.set(drawing, found);
    return found;
  }

  function outermost(element: SVGElement): Element {
    let drawing: Element = element;
    for (let around: SVGElement | null = element; around; around = around.ownerSVGElement) drawing = around;
    return drawing;
  }

  /** Colours come as `rgb()`, as `color(srgb …)` and in whatever else CSS has: a canvas knows all of them. */
  function channels(colour: string): Colour {
    const known = read.get(colour);
    if (known !== undefined) return known;
    let found = white;
    const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
    if (plain) found = [Number(plain[1]), Number(plain[2]), Number(plain[3]), Number(plain[4] ?? 1)];
    else if (canvas && CSS.supports('color', colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      found = [red, green, blue, alpha / 255];
    }
    read.set(colour, found);
    return found;
  }

  function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
    const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
    return [mix(red, r), mix(green, g), mix(blue, b), 1];
  }

  function contrast(one: Colour, other: Colour): number {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  /** Of the grey that a colour turns into. */
  function luminance([red, green, blue]: Colour): number {
    const grey = (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
    return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
  }
}
