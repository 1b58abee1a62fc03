import type { Page, PageInks, PageState } from './state.js';

/** Gives lines their strength, and words the colour that reads on the box they stand on. */
export function settleWords(source: string, inks: PageInks): void {
  const { looks, chosen, scale } = (globalThis as Page).deckhand as PageState;
  const keepsWidths = /stroke-width/.test(source);
  for (const { element, own } of looks) {
    const width = Number(own['stroke-width'] ?? 0);
    if (width === 0 || keepsWidths || element.closest('marker')) continue;
    const least = (own.stroke === inks.line ? 1.5 : 2.75) / scale;
    own['stroke-width'] = String(Math.round(Math.max(width, least) * 100) / 100);
  }
  for (const { element, own } of looks) {
    const fill = own.fill ?? '';
    if (own.gone !== undefined || chosen.has(fill) || !hasWords(element)) continue;
    const box = element.getBoundingClientRect();
    own.fill = readableOn(boxUnder(element, (box.left + box.right) / 2, (box.top + box.bottom) / 2), fill);
  }

  function hasWords(element: Element): boolean {
    if (element.localName !== 'text' && element.localName !== 'tspan') return false;
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
  }

  /** The fill that is painted last below a point of the screen; the ground where there is none. */
  function boxUnder(words: Element, x: number, y: number): string {
    let found = inks.ground;
    for (const { element, own } of looks) {
      if (!(element instanceof SVGGeometryElement) || own.gone !== undefined || own.fill === 'none') continue;
      if (element.closest('defs, marker') !== null || element.closest('switch') !== null) continue;
      if (!(element.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      if (Number(own['fill-opacity'] ?? 1) * Number(own.opacity ?? 1) <= 0.5) continue;
      const toLocal = element.getScreenCTM()?.inverse();
      if (toLocal && element.isPointInFill(new DOMPoint(x, y).matrixTransform(toLocal)))
        found = own.fill ?? found;
    }
    return found;
  }

  function readableOn(under: string, fill: string): string {
    if (chosen.has(under) && !inks.all.includes(under)) return blackOrWhite(under);
    if (under === inks.mark) return inks.onMark;
    if (under === inks.line) return inks.text;
    if (under === inks.ground || under === inks.wash) return fill === inks.muted ? fill : inks.text;
    return inks.ground;
  }

  function blackOrWhite(hex: string): string {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
  }
}
