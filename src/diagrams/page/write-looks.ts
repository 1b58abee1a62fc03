import type { Page, PageState } from './state.js';

/** Puts looks into attributes, leaves out what paints nothing, and gives the drawing as text. */
export function writeLooks(): { readonly svg: string; readonly scale: number } {
  const svg = document.querySelector('svg') as SVGSVGElement;
  const { looks, scale } = (globalThis as Page).deckhand as PageState;
  const { x, y, width, height } = painted();
  for (const sheet of svg.querySelectorAll('style')) sheet.remove();
  writeAttributes();
  takeOutUnused();
  // Half of a thick line lies outside of what counts as painted.
  const margin = 3;
  svg.setAttribute(
    'viewBox',
    [x - margin, y - margin, width + 2 * margin, height + 2 * margin].map(short).join(' '),
  );
  return { svg: new XMLSerializer().serializeToString(svg), scale };

  /** The lives of actors in sequences are drawn far too long, and end where the engine wanted the picture to end. */
  function painted(): DOMRect {
    const wanted = svg.viewBox.baseVal;
    const end = wanted.y + wanted.height;
    for (const life of svg.querySelectorAll('line.actor-line')) {
      if (Number(life.getAttribute('y2')) > end) life.setAttribute('y2', String(end));
    }
    return svg.getBBox() as DOMRect;
  }

  function writeAttributes(): void {
    const old =
      /^(?:class|style|fill|stroke|filter|opacity|mask|role|text-anchor|transform-origin|(?:dominant|alignment)-baseline)$|^(?:fill|stroke|marker|clip|font|aria|data|xml)[-:]/;
    const measures = /^(?:d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|transform)$/;
    const lookOf = new Map<Element | null, Record<string, string>>(
      looks.map((look) => [look.element, look.own]),
    );
    for (const { element, own } of looks) {
      if (own.gone !== undefined) {
        element.remove();
        continue;
      }
      for (const name of element.getAttributeNames()) {
        const value = element.getAttribute(name) ?? '';
        if (old.test(name)) element.removeAttribute(name);
        else if (measures.test(name))
          element.setAttribute(
            name,
            value.replace(/(?<![\d.])-?(?:0|[1-9]\d*)\.\d{3,}(?:e-?\d+)?(?![\d.])/g, (number) =>
              String(short(Number(number))),
            ),
          );
      }
      // Square boxes: corners that are hardly round are a habit of the engine's.
      for (const name of element.localName === 'rect' ? ['rx', 'ry'] : [])
        if (Number(element.getAttribute(name)) <= 5) element.removeAttribute(name);
      const above = element.localName === 'tspan' ? (lookOf.get(element.parentElement) ?? {}) : {};
      for (const [name, value] of Object.entries(own))
        if (above[name] !== value) element.setAttribute(name, value);
    }
  }

  function takeOutUnused(): void {
    const inUse = svg.innerHTML;
    for (const marker of svg.querySelectorAll('marker[id]'))
      if (!inUse.includes(`url(#${marker.id})`)) marker.remove();
    for (const unused of svg.querySelectorAll('defs > :is(path, g, symbol)')) unused.remove();
    // From the inside out: what holds only what is empty is empty.
    for (const element of [...svg.querySelectorAll('g, defs, text, tspan, rect')].reverse()) {
      const isEmpty =
        element.localName === 'rect'
          ? !(Number(element.getAttribute('width')) > 0)
          : element.childElementCount === 0 && element.textContent?.trim() === '';
      if (isEmpty) element.remove();
    }
    // Mermaid sets each word by itself.
    for (const word of svg.querySelectorAll('tspan > tspan'))
      if (word.getAttributeNames().length === 0) word.replaceWith(...word.childNodes);
    svg.normalize();
  }

  function short(value: number): number {
    return Math.round(value * 100) / 100;
  }
}
