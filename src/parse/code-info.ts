import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Code, CodeStep, FileReference } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes, readAttributes, readBareAttributes } from './attributes.js';
import { unescaped } from './decoded.js';
import type { Parsing } from './notice.js';

type CodeInfo = Omit<Code, 'type' | 'text' | 'span'>;

/**
 * Reads what stands behind the backticks: a language, then in any order steps (`{3|5-7|all}`, or in brackets),
 * attributes in braces, and bare `key=value` and words. A first word with `=` or in braces is no language.
 *
 * @param info the text behind the fence, which stands at `span.start`
 */
export function readCodeInfo(info: string, span: Span, { notice }: Parsing): CodeInfo {
  const { file } = span;
  const first = /^[^\s{[]+/.exec(info)?.[0] ?? '';
  const written = first !== '' && !first.includes('=') ? first : null;
  const language = written === null ? null : unescaped(written);
  let attributes: Attributes = noAttributes;
  let steps: readonly CodeStep[] = [];
  let firstNumber: number | null = null;
  let at = written === null ? 0 : written.length;
  while (at < info.length) {
    const rest = info.slice(at);
    const blank = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (blank > 0) {
      at += blank;
      continue;
    }
    const here = span.start + at;
    const stepping = /^[{[](?=[\s,|:-]*(?:all|\d))((?:[\d\s,|:-]|all)+)[}\]]/.exec(rest);
    const braces = stepping ? null : readAttributes(rest, file, here);
    if (stepping) {
      const read = readSteps(stepping[1] ?? '');
      if (read) {
        steps = read.steps;
        firstNumber = read.first;
      } else {
        notice(
          diagnostic(
            'code/bad-steps',
            { file, start: here, end: here + stepping[0].length },
            `The steps \`${stepping[0]}\` cannot be read.`,
            {
              hint: 'Name lines from 1, as in `{3|5-7|all}`.',
            },
          ),
        );
      }
      at += stepping[0].length;
    } else if (braces) {
      attributes = joinAttributes(attributes, braces.attributes);
      at += braces.length;
    } else {
      const word = /^[^\s{}[\]=]+(?:=(?:"[^"]*"|'[^']*'|\S+))?|^\S+/.exec(rest)?.[0] ?? rest;
      const read = readBareAttributes(word, file, here);
      if (read) attributes = joinAttributes(attributes, read);
      else if (/^[{[]/.test(word)) {
        notice(
          diagnostic(
            'code/bad-steps',
            { file, start: here, end: here + word.length },
            `\`${word}\` is neither steps nor attributes.`,
            {
              hint: 'Steps look like `{3|5-7|all}`, attributes like `{.class title="deploy.yaml"}`.',
            },
          ),
        );
      }
      at += word.length;
    }
  }
  const settled = settle(attributes);
  if (firstNumber === null || settled.from !== null) return { language, steps, ...settled };
  return { language, steps, ...settled, from: firstNumber, numbered: true };
}

/** What may stand behind the language of any fence. */
export const codeKeys: readonly string[] = ['file', 'title', 'from', 'lines', 'diff'];

/** Takes the keys that code blocks know out of the attributes; the rest stays with the element. */
function settle(attributes: Attributes): Omit<CodeInfo, 'language' | 'steps'> {
  const value = (key: string) => attributes.pairs.find((pair) => pair.key === key);
  const from = Number.parseInt(value('from')?.value ?? '', 10);
  const source = value('file');
  return {
    title: value('title')?.value ?? null,
    from: Number.isNaN(from) ? null : from,
    numbered: value('lines') !== undefined || !Number.isNaN(from),
    diff: value('diff') !== undefined,
    source: source?.value ? readFileReference(source.value, source.span) : null,
    attributes: { ...attributes, pairs: attributes.pairs.filter((pair) => !codeKeys.includes(pair.key)) },
  };
}

/** `deploy.yaml`, `deploy.yaml#spec` or `deploy.yaml#L10-20`. */
function readFileReference(text: string, span: Span): FileReference {
  const hash = text.indexOf('#');
  if (hash < 0) return { path: text, part: null, span };
  const path = text.slice(0, hash);
  const region = text.slice(hash + 1);
  const lines = /^L(\d+)(?:-L?(\d+))?$/.exec(region);
  if (!lines) return { path, part: { region }, span };
  const from = Number(lines[1]);
  return { path, part: { from, to: Number(lines[2] ?? lines[1]) }, span };
}

interface Steps {
  readonly steps: readonly CodeStep[];
  /** reveal.js' `5:` in front: the number of the first line. Steps count shown lines from 1 all the same. */
  readonly first: number | null;
}

/** `3|5-7|all` as lists of lines; null where it is not that. */
function readSteps(text: string): Steps | null {
  const numbered = /^\s*(\d{1,6})\s*:/.exec(text);
  const first = numbered ? Number(numbered[1]) : null;
  const written = numbered ? text.slice(numbered[0].length) : text;
  if (written.trim() === '') return { steps: [], first };
  const steps: CodeStep[] = [];
  for (const part of written.split('|')) {
    const step = part.trim();
    if (step === 'all' || step === '') {
      steps.push('all');
      continue;
    }
    const lines: number[] = [];
    for (const range of step.split(',')) {
      const match = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(range);
      if (!match) return null;
      const from = Number(match[1]);
      const to = Number(match[2] ?? match[1]);
      if (from < 1 || to < from || to - from > 10_000) return null;
      for (let line = from; line <= to; line++) lines.push(line);
    }
    steps.push(lines);
  }
  return { steps, first };
}
