import type { Look, Page, PageInks } from './state.js';

/** What every element looks like, once stylesheets are worked out: inks as they are, other colours by the part they play. */
export function readLooks(source: string, inks: PageInks): { readonly guessed: readonly string[] } {
  const svg = document.querySelector('svg') as SVGSVGElement;
  const ours = new Set(inks.all);
  const guessed: string[] = [];
  const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const chosen = chosenColors();
  const sizes = new Map<number, number>();
  const initial: Readonly<Record<string, string>> = {
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'stroke-linejoin': 'miter',
    'font-weight': '400',
    'font-style': 'normal',
    'text-anchor': 'start',
    'dominant-baseline': 'auto',
    'alignment-baseline': 'auto',
  };
  const looks = [...svg.querySelectorAll<SVGElement>('*')].map(lookOf);

  // The size that most letters have is what the diagram is set in; on a slide that is 24 px.
  const common = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16;
  const scale = Math.min(2.4, Math.max(0.75, 24 / common));
  (globalThis as Page).deckhand = { looks, chosen, scale };
  return { guessed: [...new Set(guessed)] };

  function lookOf(element: SVGElement): Look {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return { element, own: { gone: 'yes' } };
    const own: Record<string, string> = {};
    if (style.opacity !== '1') own.opacity = style.opacity;
    for (const name of ['clip-path', 'marker-start', 'marker-mid', 'marker-end']) {
      const value = style.getPropertyValue(name);
      if (value !== 'none' && value !== '') own[name] = referenceIn(value);
    }
    if (style.transform !== 'none' && !element.hasAttribute('transform')) own.transform = matrixOf(style);
    if (!element.matches('path, rect, circle, ellipse, line, polyline, polygon, text, tspan'))
      return { element, own };
    for (const [name, usual] of Object.entries(initial)) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== usual && !/^(?:0px(?:, )?)+$/.test(value)) own[name] = value;
    }
    if (isWords(element)) setType(element, style, own);
    for (const name of ['fill', 'stroke'] as const) paint(element, style, name, own);
    // Words that show what is behind them cannot be read.
    if (isWords(element)) {
      delete own.opacity;
      delete own['fill-opacity'];
    }
    // A stroke around letters makes them bold in one browser and thin in the next.
    if (isWords(element) || own.stroke === 'none') delete own.stroke;
    else own['stroke-width'] = String(Number.parseFloat(style.strokeWidth));
    return { element, own };
  }

  function isWords(element: Element): boolean {
    return element.localName === 'text' || element.localName === 'tspan';
  }

  function setType(element: SVGElement, style: CSSStyleDeclaration, own: Record<string, string>): void {
    const size = Number.parseFloat(style.fontSize);
    own['font-size'] = String(size);
    if (/mono|courier|consol|menlo/i.test(style.fontFamily)) own['font-family'] = 'monospace';
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const letters = words.map((node) => node.textContent?.trim() ?? '').join('').length;
    sizes.set(size, (sizes.get(size) ?? 0) + letters);
  }

  function paint(
    element: SVGElement,
    style: CSSStyleDeclaration,
    name: 'fill' | 'stroke',
    own: Record<string, string>,
  ): void {
    const written = style.getPropertyValue(name);
    const color = colorOf(written);
    if (written.startsWith('url(')) own[name] = referenceIn(written);
    else if (!color || color.alpha === 0) own[name] = 'none';
    else {
      own[name] = inkFor(element, name, color.hex);
      const opacity = color.alpha * Number.parseFloat(style.getPropertyValue(`${name}-opacity`) || '1');
      if (opacity !== 1) own[`${name}-opacity`] = String(Math.round(opacity * 1000) / 1000);
    }
  }

  /** Some colours are written into Mermaid's code: words and lines become ink, areas wash. */
  function inkFor(element: SVGElement, name: 'fill' | 'stroke', hex: string): string {
    const known = ours.has(hex) || chosen.has(hex) ? hex : inks.builtIn[hex];
    if (known !== undefined) return known;
    guessed.push(`${name} ${hex}`);
    if (isWords(element) || name === 'stroke' || hex === '#000000') return inks.text;
    return hex === '#ffffff' ? inks.ground : inks.wash;
  }

  /** Any colour as `#rrggbb`, and how far it covers; null for none. */
  function colorOf(written: string): { readonly hex: string; readonly alpha: number } | null {
    if (!CSS.supports('color', written)) return null;
    canvas.fillStyle = written;
    const seen = canvas.fillStyle;
    if (seen.startsWith('#')) return { hex: seen, alpha: 1 };
    const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(seen);
    if (!parts) return null;
    const digits = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'));
    return { hex: `#${digits.join('')}`, alpha: Number(parts[4]) };
  }

  /** Colours that stand in the source, in digits anywhere, by name where a colour is asked for. */
  function chosenColors(): ReadonlySet<string> {
    const digits = source.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/gi);
    const names = source.matchAll(
      /(?:fill|stroke|colou?r|background|bkg|\$bgColor|\$fontColor|\$borderColor)["']?\s*[:=]\s*["']?([a-z]+)|^\s*(?:rect|box)\s+([a-z]+)/gim,
    );
    const words = [...[...digits].map(([word]) => word), ...[...names].map(([, a, b]) => a ?? b ?? '')];
    return new Set(words.flatMap((word) => colorOf(word)?.hex ?? []));
  }

  /** `url("http://…#id")` as `url(#id)`. */
  function referenceIn(value: string): string {
    return value.replace(/^url\(["']?[^#]*#([^"')]+)["']?\).*$/, 'url(#$1)');
  }

  function matrixOf({ transform, transformOrigin }: CSSStyleDeclaration): string {
    const [x = 0, y = 0] = transformOrigin.split(' ').map(Number.parseFloat);
    const { a, b, c, d, e, f } = new DOMMatrix()
      .translate(x, y)
      .multiply(new DOMMatrix(transform))
      .translate(-x, -y);
    return `matrix(${[a, b, c, d, e, f].map((part) => Math.round(part * 100) / 100).join(' ')})`;
  }
}
