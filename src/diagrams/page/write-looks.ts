import type { Page, PageState } from './state.js';

/** Puts looks into attributes, in place of stylesheets and classes. */
export function writeLooks(): void {
  const svg = document.querySelector('svg') as SVGSVGElement;
  const { looks } = (globalThis as Page).deckhand as PageState;
  for (const sheet of svg.querySelectorAll('style')) sheet.remove();
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

  function short(value: number): number {
    return Math.round(value * 100) / 100;
  }
}
