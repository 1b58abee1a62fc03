import type { Page, PageState } from './state.js';

/**
 * Puts arrowheads and the like where their markers would be drawn. A marker is found by its id, and the same drawing
 * stands on a page more than once: in the speaker's window, or once for each step.
 */
export function placeMarkers(): void {
  const { looks } = (globalThis as Page).deckhand as PageState;
  for (const { element, own } of looks) {
    if (!(element instanceof SVGGeometryElement) || own.gone !== undefined) continue;
    for (const at of ['start', 'end'] as const) {
      const marker = markerOf(own[`marker-${at}`]);
      if (!marker) continue;
      const placed = place(marker, element, at, Number(own['stroke-width'] ?? 1));
      element.removeAttribute(`marker-${at}`);
      element.after(placed);
    }
  }

  function markerOf(reference: string | undefined): SVGMarkerElement | null {
    const id = /^url\(#(.+)\)$/.exec(reference ?? '')?.[1];
    const found = id === undefined ? null : document.getElementById(id);
    return found instanceof SVGMarkerElement ? found : null;
  }

  function place(
    marker: SVGMarkerElement,
    line: SVGGeometryElement,
    at: 'start' | 'end',
    width: number,
  ): SVGGElement {
    const length = line.getTotalLength();
    const tip = line.getPointAtLength(at === 'start' ? 0 : length);
    const beside = line.getPointAtLength(at === 'start' ? Math.min(1, length) : Math.max(0, length - 1));
    const [from, to] = at === 'start' ? [tip, beside] : [beside, tip];
    const along = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const orient = marker.getAttribute('orient') ?? '0';
    const angle =
      orient === 'auto-start-reverse' && at === 'start'
        ? along + 180
        : orient.startsWith('auto')
          ? along
          : Number.parseFloat(orient);
    const box = marker.viewBox.baseVal;
    const wide = marker.markerWidth.baseVal.value;
    const high = marker.markerHeight.baseVal.value;
    const fit = box && box.width > 0 && box.height > 0 ? Math.min(wide / box.width, high / box.height) : 1;
    const scale = fit * (marker.getAttribute('markerUnits') === 'userSpaceOnUse' ? 1 : width);
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const [x, y] = [marker.refX.baseVal.value, marker.refY.baseVal.value];
    const steps = [
      `translate(${[tip.x, tip.y].map(short).join(' ')})`,
      `rotate(${short(angle)})`,
      ...(short(scale) === 1 ? [] : [`scale(${short(scale)})`]),
      `translate(${[-x, -y].map(short).join(' ')})`,
    ];
    group.setAttribute('transform', steps.join(' '));
    group.append(...[...marker.childNodes].map((node) => node.cloneNode(true)));
    return group;
  }

  function short(value: number): number {
    return Math.round(value * 100) / 100;
  }
}
