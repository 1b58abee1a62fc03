import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { precompiled } from './compile-template.js';
import type { OwnTemplate, OwnTemplates } from './template-files.js';

/** Why a template could not be filled. What fills pages is far from whoever tells the author, so it is thrown. */
export class BrokenTemplate extends Error {
  /** The innermost template of the author's own on the way to the place; null where all are ours. */
  readonly own: OwnTemplate | null;
  /** Path of the template that has the place, below `templates/`. */
  readonly path: string;
  readonly #outer: boolean;

  constructor(path: string, cause: unknown, own: OwnTemplate | null = null, outer = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
    this.own = own;
    this.#outer = outer;
  }

  /** The same as it comes out of a template: `own` where that is the author's. */
  within(own: OwnTemplate | null): BrokenTemplate {
    if (this.own !== null) return this;
    return new BrokenTemplate(this.path, this.cause, own, this.#outer || own === null);
  }

  /** What to tell the author; null where no template of theirs had a part in it, and the mistake is ours. */
  get diagnostic(): Diagnostic | null {
    if (this.own === null) return null;
    return this.#outer ? includedAmiss(this.own, this.path, this.message) : broken(this.own, this.cause);
  }
}

/** What `fill` makes; null where a template of the author's own cannot be filled, and what to say of it. */
export function told<T>(fill: () => T): Noticed<T | null> {
  try {
    return { value: fill(), diagnostics: [] };
  } catch (error) {
    const problem = error instanceof BrokenTemplate ? error.diagnostic : null;
    if (problem === null) throw error;
    return { value: null, diagnostics: [problem] };
  }
}

/** Those of one's own that are no templates at all, used or not. */
export function syntaxProblems(own: OwnTemplates): readonly Diagnostic[] {
  return [...own].flatMap(([path, template]) => {
    if (!path.endsWith('.hbs')) return [];
    try {
      precompiled(template.text);
      return [];
    } catch (error) {
      return [broken(template, error)];
    }
  });
}

/** What errors of Handlebars bring along: lines from 1, columns from 0. */
interface Located {
  readonly lineNumber?: number;
  readonly column?: number;
  readonly endLineNumber?: number;
  readonly endColumn?: number;
}

/** One of the author's own that works where it stands, around one of ours that lacks what it needs. */
function includedAmiss(own: OwnTemplate, path: string, message: string): Diagnostic {
  const name = path.replace(/^partials\//, '').replace(/\.hbs$/, '');
  const missing = missingField(message);
  const what = missing === null ? 'cannot be filled from here' : `lacks \`${missing}\` here`;
  return diagnostic('template/broken', inclusion(own, name), `Our partial \`${name}\` ${what}.`, {
    hint: 'Include it as our own templates do: it needs the fields that stand around it there.',
  });
}

function broken(own: OwnTemplate, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const say = (span: Span, what: string, hint: string | null = null) =>
    diagnostic('template/broken', span, what, { hint });
  const partial = /^The partial (\S+) could not be found/.exec(message)?.[1];
  if (partial !== undefined) return say(inclusion(own, partial), `There is no partial \`${partial}\`.`);
  const missing = missingField(message);
  if (missing !== null) {
    const hint =
      'Inside `{{#each}}` and `{{#with}}` names are those of what it goes through; `../` leads out of it.';
    const place =
      (error as Located).lineNumber === undefined
        ? expressionWith(own, missing)
        : spanOf(own, error as Located);
    return say(place, `There is no \`${missing}\` here.`, hint);
  }
  const parse = /^(?:Parse|Lexical) error on line (\d+)/.exec(message);
  if (parse !== null) {
    const end = /got 'EOF'$/.test(message);
    const hint = end ? 'A block such as `{{#if}}` or `{{#each}}` is not closed before the file ends.' : null;
    return say(lineOf(own, Number(parse[1])), 'Handlebars cannot read this.', hint);
  }
  const closed = /^(\S+) doesn't match (\S+) - /.exec(message);
  if (closed !== null) {
    return say(spanOf(own, error as Located), `\`{{#${closed[1]}}}\` is closed by \`{{/${closed[2]}}}\`.`);
  }
  const helper = /unknown helper (\S+)/.exec(message)?.[1];
  if (helper !== undefined) return say(spanOf(own, error as Located), `There is no helper \`${helper}\`.`);
  return say(spanOf(own, error as Located), `This template cannot be filled: ${message}.`);
}

/** Strict templates say it in three ways: of an object, of what is no object, and of nothing. */
function missingField(message: string): string | null {
  const ways = [
    /^"(.+?)" not defined in /s,
    /^Cannot use 'in' operator to search for '(.+?)' in /,
    /^Cannot read properties of \w+ \(reading '(.+?)'\)/,
  ];
  return ways.map((way) => way.exec(message)?.[1]).find((name) => name !== undefined) ?? null;
}

/** The first expression that has a name in it: for mistakes that come without their place. */
function expressionWith({ file, text }: OwnTemplate, name: string): Span {
  for (const found of text.matchAll(/\{\{[^{}]*\}\}/g)) {
    if (found[0].split(/[^\w-]+/).includes(name)) {
      return { file, start: found.index, end: found.index + found[0].length };
    }
  }
  return { file, start: 0, end: 0 };
}

/** Where a template includes another; its start where it is not seen to. */
function inclusion({ file, text }: OwnTemplate, partial: string): Span {
  for (const found of text.matchAll(/\{\{~?#?>\s*([^\s~}]+)/g)) {
    if (found[1] === partial) return { file, start: found.index, end: found.index + found[0].length };
  }
  return { file, start: 0, end: 0 };
}

function spanOf(own: OwnTemplate, at: Located): Span {
  const { lineNumber, column, endLineNumber, endColumn } = at;
  if (lineNumber === undefined || column === undefined) return { file: own.file, start: 0, end: 0 };
  const start = startOfLine(own.text, lineNumber) + column;
  const end =
    endLineNumber === undefined || endColumn === undefined
      ? start + 1
      : startOfLine(own.text, endLineNumber) + endColumn;
  return { file: own.file, start, end };
}

/** What stands in a line, or in the nearest one above it that is not empty. */
function lineOf({ file, text }: OwnTemplate, line: number): Span {
  const above = text.slice(0, startOfLine(text, line + 1)).trimEnd();
  const start = above.lastIndexOf('\n') + 1;
  return { file, start, end: above.length };
}

/** Index of the first character of a line; lines count from 1. */
function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return text.length;
    start = next + 1;
  }
  return start;
}
