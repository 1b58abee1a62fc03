import { type Product, products } from '../config/settings.js';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { BuildOptions } from '../pipeline/options.js';

/** Flags as they were written, before anybody has looked at their values. */
export interface WrittenFlags {
  readonly out?: string;
  readonly product?: readonly string[];
  readonly edition?: string;
  readonly theme?: string;
  readonly paper?: string;
  readonly handout?: string;
  readonly booklet?: boolean;
  readonly range?: string;
  readonly singleFile?: boolean;
  readonly public?: boolean;
  readonly root?: string;
  readonly dialect?: string;
  readonly separator?: string;
  readonly verticalSeparator?: string;
  readonly notesSeparator?: string;
  readonly browser?: string;
  readonly strict?: boolean;
  readonly format?: string;
  readonly watch?: boolean;
}

export type Format = 'text' | 'json';

const papers = ['a4', 'letter'] as const;
const dialects = ['deckhand', 'reveal'] as const;
const formats = ['text', 'json'] as const;
const perPage = ['1', '2', '3', '4', '6', '9'] as const;

/** What the flags ask for. Values that cannot be are told, all of them at once. */
export function readFlags(
  paths: readonly string[],
  flags: WrittenFlags,
): Noticed<{ readonly options: BuildOptions; readonly format: Format }> {
  const diagnostics: Diagnostic[] = [];
  const one = <T extends string>(
    flag: string,
    value: string | undefined,
    allowed: readonly T[],
  ): T | undefined => {
    if (value === undefined) return undefined;
    const wanted = value.trim().toLowerCase();
    const known = allowed.find((candidate) => candidate === wanted);
    if (known === undefined) diagnostics.push(badValue(flag, value.trim(), allowed));
    return known;
  };

  const asked = flags.product
    ?.map((name) => one<Product>('--product', name, products))
    .filter((name) => name !== undefined);
  const handout = one('--handout', flags.handout, perPage);
  const options = withoutUndefined({
    paths: paths.length === 0 ? undefined : paths,
    out: flags.out,
    products: asked && [...new Set(asked)],
    edition: flags.edition,
    theme: flags.theme,
    paper: one('--paper', flags.paper, papers),
    handout: handout && (Number(handout) as NonNullable<BuildOptions['handout']>),
    booklet: flags.booklet,
    range: flags.range,
    singleFile: flags.singleFile,
    publicOnly: flags.public,
    root: flags.root,
    dialect: one('--dialect', flags.dialect, dialects),
    separator: flags.separator,
    verticalSeparator: flags.verticalSeparator,
    notesSeparator: flags.notesSeparator,
    browser: flags.browser,
    strict: flags.strict,
  });
  const format = one('--format', flags.format, formats) ?? 'text';
  return { value: { options, format }, diagnostics };
}

function badValue(flag: string, value: string, allowed: readonly string[]): Diagnostic {
  // `a5` is near to `a4`, and means something else: a few values are better all said than one guessed.
  const near = allowed.length > 6 ? didYouMeanHint(value, allowed) : null;
  return diagnostic('usage/bad-value', null, `\`${value}\` is no value for \`${flag}\`.`, {
    hint: near ?? `It takes ${allowed.join(', ')}.`,
  });
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that were given: an option that is there and undefined is not the same as one that is not there. */
function withoutUndefined<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
