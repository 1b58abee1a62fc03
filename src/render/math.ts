import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { allBlocks } from '../model/all-blocks.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block, InlineMath, MathBlock } from '../parse/ast.js';
import { have } from '../parse/kinds.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import { escapeHtml } from './html.js';

/** A formula in HTML, and how wide it is in ems of its own size. */
export interface Typeset {
  readonly kind: 'typeset';
  readonly html: string;
  readonly width: number;
  /** What is doubtful in it. */
  readonly doubts: readonly MathProblem[];
}

/** What is wrong with a formula, and where in its TeX. */
export interface MathProblem {
  readonly kind: 'broken' | 'doubtful';
  readonly message: string;
  readonly hint: string;
  readonly at: number | null;
  readonly length: number;
}

/** Typesets one formula after the other; what one of them defines holds for those that follow. */
export type Typesetter = (tex: string, display: boolean) => Typeset | MathProblem;

/** The formulas of a slide. */
export interface SlideMath {
  /** What stands for a formula until the HTML around it is clean, and how wide it is; null for one that is broken. */
  readonly draw: (math: InlineMath | MathBlock) => { readonly html: string; readonly width: number } | null;
  /** Puts the formulas in their places. */
  readonly fill: (html: string) => string;
}

/** Of a slide without formulas. */
export const noMath: SlideMath = { draw: () => null, fill: (html) => html };

/**
 * Typesets the formulas of a slide in reading order and says what is wrong with them. In HTML that may have to be
 * cleaned a formula is an empty element with a number. Nobody gains anything by writing such an element themselves:
 * it can only show a formula of the same slide once more.
 */
export function mathOn(
  slide: Slide,
  typesetter: (() => Typesetter) | null,
  notice: (one: Diagnostic) => void,
): SlideMath {
  const written = typesetter ? mathIn(allBlocks(slide)) : [];
  if (typesetter === null || written.length === 0) return noMath;
  const typeset = typesetter();
  const drawn = new Map<Span, { html: string; width: number }>();
  const formulas: string[] = [];
  for (const math of written) {
    if (drawn.has(math.span)) continue;
    const made = typeset(math.tex, math.type === 'math-block' || math.display);
    for (const problem of made.kind === 'typeset' ? made.doubts : [made]) notice(said(math, problem));
    if (made.kind !== 'typeset') continue;
    drawn.set(math.span, { html: `<span data-math="${formulas.length}"></span>`, width: made.width });
    formulas.push(made.html);
  }
  return {
    draw: (math) => drawn.get(math.span) ?? null,
    fill: (html) =>
      html.replace(/<span data-math="(\d+)"><\/span>/g, (given, index) => formulas[Number(index)] ?? given),
  };
}

function said(math: InlineMath | MathBlock, { kind, message, hint, at, length }: MathProblem): Diagnostic {
  const start = math.at !== null && at !== null ? Math.min(math.at + at, math.span.end - 1) : null;
  const span =
    start === null
      ? math.span
      : { file: math.span.file, start, end: Math.min(start + Math.max(1, length), math.span.end) };
  return diagnostic(kind === 'broken' ? 'math/broken' : 'math/doubtful', span, message, { hint });
}

function mathIn(blocks: readonly Block[]): readonly (InlineMath | MathBlock)[] {
  if (!have(blocks, 'math', 'math-block')) return [];
  return walkBlocks(blocks).flatMap((block): readonly (InlineMath | MathBlock)[] =>
    block.type === 'math-block'
      ? [block]
      : walkInlines(childInlines(block)).flatMap((inline) => (inline.type === 'math' ? [inline] : [])),
  );
}

/** Whether any slide of an edition has a formula: only then what typesets them is loaded. */
export function needsMath(edition: Edition): boolean {
  return edition.slides.some((slide) => have(allBlocks(slide), 'math', 'math-block'));
}

/**
 * HTML with formulas, for paper. On a screen a formula is there twice, drawn and as MathML for those who cannot see
 * it; in a PDF, which knows no MathML, both would be read. There the drawing is a picture whose words are its TeX.
 */
export function mathOnPaper(html: string): string {
  if (!html.includes('katex-mathml')) return html;
  // What keeps an old browser's cells open would be read as text.
  return html
    .replace(
      /<span class="katex"><span class="katex-mathml"><math(?:(?!<\/math>).)*?<annotation encoding="application\/x-tex">([^<]*)<\/annotation><\/semantics><\/math><\/span><span class="katex-html" aria-hidden="true">/gs,
      (_, tex: string) =>
        `<span class="katex" role="math" aria-label="${tex.replaceAll('"', '&quot;')}"><span class="katex-html">`,
    )
    .replaceAll('<span class="vlist-s">\u200b</span>', '<span class="vlist-s"></span>');
}

/** The TeX of a formula that cannot be typeset, for all to see. */
export function mathSource(math: InlineMath | MathBlock): string {
  return `<code class="math-source">${escapeHtml(math.tex.trim())}</code>`;
}
