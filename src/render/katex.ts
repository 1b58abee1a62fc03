import katex, { type KatexOptions } from 'katex';
import { formulaWidth } from './formula-width.js';
import type { MathProblem, Typesetter } from './math.js';

/** The only file that knows KaTeX; loaded for decks with formulas. */

/** A function of KaTeX's that its types leave out: the tree that `renderToString` writes. */
interface Trees {
  readonly __renderToDomTree: (tex: string, options: KatexOptions) => { readonly toMarkup: () => string };
}

/** What KaTeX only warns of although something is lost, in our words. All else that it warns of is a matter of taste. */
const losses: Readonly<Record<string, Omit<MathProblem, 'at' | 'length'>>> = {
  unknownSymbol: {
    kind: 'broken',
    message: 'The formula has a character that its fonts cannot draw.',
    hint: 'Write it as a command of TeX, or put it into the text beside the formula.',
  },
  commentAtEnd: {
    kind: 'doubtful',
    message: 'What stands behind this `%` is a comment and no part of the formula.',
    hint: 'For a percent sign write `\\%`.',
  },
  newLineInDisplayMode: {
    kind: 'doubtful',
    message: 'This `\\\\` breaks no line: a formula of several lines needs an environment.',
    hint: 'Write `\\begin{aligned} … \\end{aligned}` around the lines.',
  },
};

/** A typesetter whose definitions (`\newcommand`) are its own: each slide gets a new one, whatever others define. */
export function newTypesetter(): Typesetter {
  const macros = {};
  return (tex, display) => {
    const found: MathProblem[] = [];
    const options: KatexOptions = {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: (
        code: string,
        _message: string,
        token: { loc?: { start: number } | undefined } | undefined,
      ) => {
        const loss = Object.hasOwn(losses, code) ? losses[code] : undefined;
        if (loss) found.push({ ...loss, at: token?.loc?.start ?? null, length: 1 });
        return loss?.kind === 'broken' ? 'error' : 'ignore';
      },
      trust: ({ command }: { command: string }) => {
        found.push({
          kind: 'broken',
          message: `\`${command}\` is not allowed in a formula.`,
          hint: 'Links and pictures stand beside a formula, in Markdown.',
          at: tex.indexOf(command),
          length: command.length,
        });
        return false;
      },
      macros,
      globalGroup: true,
      maxExpand: 1000,
      maxSize: 60,
    };
    const drawn = drawnBy(tex, options);
    const broken = found.find((one) => one.kind === 'broken');
    if (broken) return broken;
    if ('kind' in drawn) return drawn;
    return { kind: 'typeset', html: drawn.html, width: formulaWidth(drawn.tree), doubts: found };
  };
}

function drawnBy(tex: string, options: KatexOptions) {
  try {
    const tree = (katex as unknown as Trees).__renderToDomTree(tex, options);
    return { tree, html: tree.toMarkup() };
  } catch (error) {
    return brokenBy(error);
  }
}

function brokenBy(error: unknown): MathProblem {
  const hint = 'For a dollar sign write `\\$`; `math: false` in the settings makes all dollars text.';
  if (error instanceof katex.ParseError) {
    const { rawMessage, position, length } = error as unknown as {
      readonly rawMessage: string;
      readonly position: number | undefined;
      readonly length: number | undefined;
    };
    const reason = rawMessage.replace(/\.$/, '');
    return {
      kind: 'broken',
      message: `The formula cannot be typeset: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
      hint,
      at: position ?? null,
      length: length ?? 1,
    };
  }
  // Braces that nest by the thousand overflow its stack.
  if (error instanceof RangeError) {
    return { kind: 'broken', message: 'The formula is nested too deep.', hint, at: null, length: 1 };
  }
  // Of some nonsense it says only that it had not thought of it: `\begin{aligned$x$}`.
  return { kind: 'broken', message: 'The formula cannot be typeset.', hint, at: null, length: 1 };
}
