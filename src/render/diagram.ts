import type { Code } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { elementAttributes } from './attributes.js';
import type { RenderContext } from './context.js';
import { type Drawing, idMark } from './drawing.js';
import { attributeString, escapeHtml } from './html.js';

/** A diagram as it was drawn: its colours are the theme's properties, so that it follows every ground it stands on. */
export interface Diagram extends Drawing {
  /** The size it is drawn for, in pixels of a slide of 1280 by 720. */
  readonly width: number;
  readonly height: number;
  /** What the diagram says of itself; null where it says nothing. */
  readonly alt: string | null;
}

/** The words for those who cannot see a diagram: the author's, else the diagram's own. */
export function diagramAlt(code: Code, { alt }: Diagram): string {
  return attribute(code.attributes, 'alt')?.value ?? alt ?? '';
}

/** A figure: the diagram as part of the page, and its caption. */
export function renderDiagram(code: Code, diagram: Diagram, context: RenderContext): string {
  const { viewBox, inner, width, height } = diagram;
  const alt = diagramAlt(code, diagram);
  const caption = attribute(code.attributes, 'caption')?.value ?? code.title;
  const figure = attributeString(elementAttributes(code.attributes, { classes: ['figure', 'diagram'] }));
  const svg = attributeString([
    ['class', 'drawing'],
    ['viewBox', viewBox],
    // From the left edge, where everything on a slide begins.
    ['preserveAspectRatio', 'xMinYMid meet'],
    ['width', width],
    ['height', height],
    // Themes let it grow, but not without end.
    ['style', `--width: ${width}; --height: ${height}`],
    ...(alt === ''
      ? ([['aria-hidden', 'true']] as const)
      : ([
          ['role', 'img'],
          ['aria-label', alt],
        ] as const)),
  ]);
  const drawn = `<svg${svg}>${inner.replaceAll(idMark, context.nextPrefix())}</svg>`;
  const below = caption === null ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure${figure}>${drawn}${below}</figure>\n`;
}
