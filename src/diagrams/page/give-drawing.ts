import type { Page, PageState } from './state.js';

/** Leaves out what paints nothing, and gives the drawing as text, as large as what is painted. */
export function giveDrawing(): { readonly svg: string; readonly scale: number } {
  const svg = document.querySelector('svg') as SVGSVGElement;
  const { scale } = (globalThis as Page).deckhand as PageState;
  endLives();
  takeOutUnused();
  const { x, y, width, height } = svg.getBBox();
  // Half of a thick line lies outside of what counts as painted.
  const margin = 3;
  svg.setAttribute(
    'viewBox',
    [x - margin, y - margin, width + 2 * margin, height + 2 * margin].map(short).join(' '),
  );
  return { svg: new XMLSerializer().serializeToString(svg), scale };

  /** The lives of actors in sequences are drawn far too long, and end where the engine wanted the picture to end. */
  function endLives(): void {
    const wanted = svg.viewBox.baseVal;
    const end = wanted.y + wanted.height;
    for (const life of svg.querySelectorAll('line')) {
      if (Number(life.getAttribute('y2')) > end + 500) life.setAttribute('y2', String(end));
    }
  }

  function takeOutUnused(): void {
    const inUse = svg.innerHTML;
    for (const marker of svg.querySelectorAll('marker'))
      if (marker.id === '' || !inUse.includes(`url(#${marker.id})`)) marker.remove();
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
