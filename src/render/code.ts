import type { Code, CodeStep } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { elementAttributes } from './attributes.js';
import { codeExtent } from './code-extent.js';
import type { RenderContext } from './context.js';
import { grammarOf, languageOf } from './highlight.js';
import { attributeString, escapeHtml } from './html.js';
import { keepWordsWhole } from './whole-words.js';

/**
 * How many letters a line of code has at most, if it surely stands in one line where it has the width of a slide: a square one is 90
 * units wide, of which margins and edges take 23, and letters of code that has to be broken are at most 1.81 wide.
 */
const shortLine = 36;

/** A code block: a panel with its file's name, lines of their own, and steps as fragments. */
export function renderCode(code: Code, context: RenderContext): string {
  const { steps } = code;
  const language = languageOf(code);
  const grammar = language === null ? null : grammarOf(language);
  const { text, signs } = code.diff && grammar !== 'diff' ? withoutSigns(code.text) : unsigned(code.text);
  const highlighted = language === null ? null : context.highlight(text, language);
  const lines = splitLines(highlighted ?? escapeHtml(text));
  const step = context.steps === 'first' ? steps[0] : steps.at(-1);
  const written = attribute(code.attributes, 'write')?.value ?? null;
  const title = code.title ?? code.source?.path.split('/').at(-1) ?? written;
  const extent = codeExtent(code);
  const figure = elementAttributes(code.attributes, {
    classes: ['code', ...(steps.length > 1 ? ['has-steps'] : [])],
    style: `--code-width: ${extent.width}; --code-lines: ${extent.lines}`,
  });
  const numbered = code.numbered ? `counter-reset: line ${(code.from ?? 1) - 1}` : null;
  const body = lines
    .map((line, index) => {
      const sign = signs?.[index] ?? null;
      const change = sign ?? (grammar === 'diff' ? line.replace(/<[^>]*>/g, '') : '');
      const long = (extent.widths[index] ?? 0) > shortLine ? ['long'] : [];
      const classes = ['line', ...long, ...stepClass(step, index + 1), ...changeClass(change)];
      const mark = sign === null ? '' : `<span class="sign">${sign}</span>`;
      return `<span class="${classes.join(' ')}" data-line="${index + 1}">${mark}${keepWordsWhole(line)}\n</span>`;
    })
    .join('');
  const open = attributeString([
    ...figure,
    ['data-language', language],
    ['data-lines', steps.length > 1 ? stepText(steps[0]) : null],
  ]);
  const pre = attributeString([
    ['class', code.numbered ? 'numbered' : null],
    ['style', numbered],
    ['tabindex', '0'],
  ]);
  const session = highlighted?.includes('hljs-meta prompt_') === true;
  const classes = `hljs${language === null ? '' : ` language-${language}`}${session ? ' session' : ''}`;
  const caption = title === null ? '' : `<figcaption class="code-title">${escapeHtml(title)}</figcaption>`;
  return `<figure${open}>${caption}<pre${pre}><code class="${escapeHtml(classes)}">${body}</code></pre>${stepMarks(steps)}</figure>\n`;
}

/** Further steps, one empty fragment each: the runtime moves the focus when one is shown. */
function stepMarks(steps: readonly CodeStep[]): string {
  return steps
    .slice(1)
    .map((step) => `<span class="fragment code-step" data-lines="${stepText(step)}"></span>`)
    .join('');
}

function stepText(step: CodeStep | undefined): string {
  return step === undefined || step === 'all' ? 'all' : step.join(',');
}

function stepClass(step: CodeStep | undefined, line: number): string[] {
  if (step === undefined || step === 'all') return [];
  return [step.includes(line) ? 'focus' : 'dim'];
}

interface Signed {
  readonly text: string;
  /** What stands before each line: `+`, `-` or a blank; null for code that is no comparison. */
  readonly signs: readonly string[] | null;
}

function unsigned(text: string): Signed {
  return { text, signs: null };
}

/** Takes the signs of a comparison away, so that what is compared is coloured as the language it is in. */
function withoutSigns(text: string): Signed {
  const lines = text.split('\n');
  // Where all other lines make room for the signs, that column is theirs.
  const isColumn = lines.every((line) => line === '' || /^[-+ ]/.test(line));
  const signed = lines.map((line) => /^[-+]/.test(line) || (isColumn && line !== ''));
  return {
    text: lines.map((line, index) => (signed[index] ? line.slice(1) : line)).join('\n'),
    signs: lines.map((line, index) => (signed[index] ? line.slice(0, 1) : ' ')),
  };
}

/** Headers of a patch begin like changes: `+++ b/deploy.yaml`. */
function changeClass(line: string): string[] {
  if (/^\+(?!\+\+ )/.test(line)) return ['added'];
  return /^-(?!-- )/.test(line) ? ['removed'] : [];
}

/**
 * Cuts highlighted HTML into lines. A span that runs over the end of a line is closed there and opened again:
 *
 *     <span class="hljs-string">`one      →  <span class="hljs-string">`one</span>
 *     two`</span>                        →  <span class="hljs-string">two`</span>
 */
export function splitLines(html: string): readonly string[] {
  const open: string[] = [];
  return html.split('\n').map((line) => {
    const start = open.join('');
    for (const tag of line.match(/<span[^>]*>|<\/span>/g) ?? []) {
      if (tag === '</span>') open.pop();
      else open.push(tag);
    }
    return `${start}${line}${'</span>'.repeat(open.length)}`;
  });
}
