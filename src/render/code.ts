import type { Code, CodeStep } from '../parse/ast.js';
import { elementAttributes } from './attributes.js';
import type { RenderContext } from './context.js';
import { languageOf } from './highlight.js';
import { attributeString, escapeHtml } from './html.js';

/** A code block: a panel with its file's name, lines of their own, and steps as fragments. */
export function renderCode(code: Code, context: RenderContext): string {
  const { steps } = code;
  const language = languageOf(code);
  const highlighted = language === null ? null : context.highlight(code.text, language);
  const lines = splitLines(highlighted ?? escapeHtml(code.text));
  const step = context.steps === 'first' ? steps[0] : steps.at(-1);
  const title = code.title ?? code.source?.path.split('/').at(-1) ?? null;
  const figure = elementAttributes(code.attributes, {
    classes: ['code', ...(steps.length > 1 ? ['has-steps'] : [])],
  });
  const numbered = code.numbered ? `counter-reset: line ${(code.from ?? 1) - 1}` : null;
  const body = lines
    .map((line, index) => {
      const classes = ['line', ...stepClass(step, index + 1), ...(code.diff ? diffClass(line) : [])];
      return `<span class="${classes.join(' ')}" data-line="${index + 1}">${line}\n</span>`;
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
  const classes = language === null ? 'hljs' : `hljs language-${language}`;
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

function diffClass(line: string): string[] {
  const sign = line.replace(/<[^>]*>/g, '')[0];
  if (sign === '+') return ['added'];
  return sign === '-' ? ['removed'] : [];
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
