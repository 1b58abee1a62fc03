import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import type { RenderedPage } from '../render/page.js';

/** How far content reaches beyond what is shown, in CSS pixels of the slide; 0 where it does not. */
export interface Overflow {
  /** The slide's id on the page. */
  readonly id: string;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** What is cut off is inside this element, not at the slide's own edge; null otherwise. */
  readonly inside: 'code' | 'table' | 'box' | null;
  /** Its words are a step smaller already. */
  readonly isSmall: boolean;
}

/** Notices slides whose content does not fit, whether it runs over the edge, into the footer, or is cut off. */
export async function measureOverflow(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  const found = await open.evaluate(findOverflow);
  return found.map((overflow) => describe(overflow, page));
}

/** Pixels are whole in the message: fractions help nobody. */
function describe(overflow: Overflow, page: RenderedPage): Diagnostic {
  const sides = (['bottom', 'right', 'top', 'left'] as const).filter((side) => overflow[side] > 0);
  const amounts = sides.map((side) => `${Math.ceil(overflow[side])} px at the ${side}`).join(' and ');
  const message =
    overflow.inside === null
      ? `The slide’s content does not fit: ${amounts} too much.`
      : `The slide’s ${overflow.inside} does not fit: ${amounts} cut off.`;
  return diagnostic('slide/overflow', page.paper?.places.get(overflow.id) ?? null, message, {
    hint:
      overflow.inside === 'code' && sides.every((side) => side === 'right' || side === 'left')
        ? 'Break the longest lines, or give the code the whole width.'
        : `Say less, or make two slides of it. ${overflow.isSmall ? 'Its type is a step smaller already.' : '`{fit=small}` on the slide’s heading makes its type a step smaller.'}`,
  });
}

/**
 * In the page: looks at every slide, first roughly. Only where some element has more content than room are the lines of text and the pictures
 * compared with what is shown of them:
 *
 *     slide ∩ every element around the text that cuts off what is larger than itself, down to the footer
 */
export function findOverflow(): Overflow[] {
  type Clip = { box: DOMRect; name: Overflow['inside'] };
  const tolerance = 1.5;
  const found: Overflow[] = [];
  // One for all: whatever is taken out of a document later is held against each that was ever made.
  const range = document.createRange();
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    if (!suspicious(slide)) continue;
    // A thumbnail is looked at in its own size, so that every product says the same of a slide.
    slide.style.setProperty('zoom', '1', 'important');
    const overflow = examine(slide);
    slide.style.removeProperty('zoom');
    if (overflow !== null) found.push(overflow);
  }
  return found;

  function suspicious(slide: HTMLElement): boolean {
    if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1) return true;
    const main = slide.querySelector('.slide-main') ?? slide;
    const top = main.getBoundingClientRect().top;
    if ([...main.children].some((child) => child.getBoundingClientRect().top < top - 1)) return true;
    const last = slide.querySelector('.slide-body > :last-child')?.getBoundingClientRect();
    const foot = slide.querySelector('.slide-foot')?.getBoundingClientRect();
    if (last && foot && last.bottom > foot.top + 1) return true;
    // The words of code, half of all elements, widen their panel where they are too wide.
    return [main, ...main.querySelectorAll(':not(.line *)')].some(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 ||
        (element.scrollHeight > element.clientHeight + 1 && !isTight(element)),
    );
  }

  /** Letters of titles reach beyond their lines where these stand close together. */
  function isTight(element: Element): boolean {
    const title = element.matches('.slide-head') ? element.firstElementChild : element;
    if (!title?.matches('.slide-title')) return false;
    return (
      element.scrollHeight - element.clientHeight < 0.3 * Number.parseFloat(getComputedStyle(title).fontSize)
    );
  }

  function examine(slide: HTMLElement): Overflow | null {
    const edge = slide.getBoundingClientRect();
    const foot = slide.querySelector('.slide-foot');
    const footTexts = foot === null ? [] : textRects(foot);
    // A theme may put the number into the margin beside the title: what stands there is no foot to stop at.
    const low = footTexts.filter((text) => text.top > (edge.top + edge.bottom) / 2);
    const margin = Number.parseFloat(getComputedStyle(slide).paddingBottom) / 2;
    const footTop = Math.min(...low.map((text) => text.top), edge.bottom - margin);
    const footBottom = low.length > 0 ? Math.max(...low.map((text) => text.bottom)) : footTop;
    const worst = { top: 0, right: 0, bottom: 0, left: 0 };
    let inside: Overflow['inside'] = null;

    const clips = new Map<Element, Clip[]>();
    for (const { element, rects } of visibleParts(slide.querySelector('.slide-main') ?? slide)) {
      for (const rect of rects) {
        compare(rect, edge, null);
        for (const { box, name } of clipsAround(element)) compare(rect, box, name);
        for (const text of footTexts) if (meet(rect, text)) note('bottom', rect.bottom - text.top, null);
        if (element.tagName === 'TR') compareWidth(rect, element.closest('table')?.parentElement ?? slide);
        const past = footTexts.length > 0 && rect.bottom > footBottom + tolerance;
        if (past && !isPlaced(element)) note('bottom', rect.bottom - footTop, null);
      }
    }
    if (Math.max(worst.top, worst.right, worst.bottom, worst.left) <= 0) return null;
    const id = slide.closest('section[id]')?.id ?? '';
    const isSmall = Number(slide.style.getPropertyValue('--scale') || 1) < 1;
    return { id, ...worst, inside, isSmall };

    function compare(rect: DOMRect, box: DOMRect, name: Overflow['inside']): void {
      note('top', box.top - rect.top, name);
      note('right', rect.right - box.right, name);
      note('bottom', rect.bottom - box.bottom, name);
      note('left', box.left - rect.left, name);
    }

    /** A table is as wide as its longest words: it may run out of its column, and never is to. */
    function compareWidth(rect: DOMRect, around: Element): void {
      const box = around.getBoundingClientRect();
      note('right', rect.right - box.right, null);
      note('left', box.left - rect.left, null);
    }

    function note(side: 'top' | 'right' | 'bottom' | 'left', amount: number, name: Overflow['inside']): void {
      if (amount <= tolerance || amount <= worst[side]) return;
      if (Math.max(worst.top, worst.right, worst.bottom, worst.left) < amount) inside = name;
      worst[side] = amount;
    }

    function clipsAround(element: Element): Clip[] {
      if (element === slide || element.parentElement === null) return [];
      const known = clips.get(element);
      if (known !== undefined) return known;
      const outer = clipsAround(element.parentElement);
      const { overflowX, overflowY, display } = getComputedStyle(element);
      // Code that runs over the edge of its panel is cut off as well: what follows lies on it.
      const panel = element.tagName === 'PRE';
      const cuts = panel || (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible'));
      const own = cuts ? [...outer, { box: element.getBoundingClientRect(), name: nameOf(element) }] : outer;
      clips.set(element, own);
      return own;
    }
  }

  /** Lines of text, pictures, and boxes that are drawn. Drawings count as a whole: what they hold, they cut off themselves. */
  function visibleParts(main: Element): { element: Element; rects: DOMRect[] }[] {
    const parts: { element: Element; rects: DOMRect[] }[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || element.parentElement?.closest('svg') || !element.checkVisibility()) continue;
      if (isOnlyHeard(element)) continue;
      if (!(node instanceof Element)) {
        if (element.tagName !== 'svg') parts.push({ element, rects: textRects(node) });
      } else if (node.matches('img, svg, video, canvas, hr, input, tr, pre, .callout')) {
        parts.push({ element, rects: [node.getBoundingClientRect()] });
      }
    }
    return parts;
  }

  /** Words for those who hear the page are clipped to nothing on purpose. */
  function isOnlyHeard(element: Element): boolean {
    for (let around: Element | null = element; around; around = around.parentElement) {
      if (getComputedStyle(around).clipPath === 'inset(50%)') return true;
      if (around.matches('.slide')) return false;
    }
    return false;
  }

  /** Put where it is by hand: below the footer, too, if that is what was meant. */
  function isPlaced(element: Element): boolean {
    for (let around: Element | null = element; around; around = around.parentElement) {
      if (around.matches('.slide-main')) return false;
      if (/^(?:absolute|fixed)$/.test(getComputedStyle(around).position)) return true;
    }
    return true;
  }

  function meet(one: DOMRect, other: DOMRect): boolean {
    return (
      one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top
    );
  }

  function nameOf(element: Element): Overflow['inside'] {
    if (element.closest('pre, figure.code') !== null) return 'code';
    return element.closest('table, .table') !== null ? 'table' : 'box';
  }

  /** The boxes of lines of text, without the white space between elements. */
  function textRects(node: Node): DOMRect[] {
    if (node.textContent === null || node.textContent.trim() === '') return [];
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  }
}
