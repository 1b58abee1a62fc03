import { check } from './catalogue/check.js';
import { config } from './catalogue/config.js';
import { diagrams } from './catalogue/diagrams.js';
import { dialect } from './catalogue/dialect.js';
import type { Entry } from './catalogue/entry.js';
import { load } from './catalogue/load.js';
import { measure } from './catalogue/measure.js';
import { media } from './catalogue/media.js';
import { model } from './catalogue/model.js';
import { output } from './catalogue/output.js';
import { parse } from './catalogue/parse.js';
import { print } from './catalogue/print.js';
import { render } from './catalogue/render.js';
import { theme } from './catalogue/theme.js';
import { usage } from './catalogue/usage.js';

/** Every diagnostic there is, by what it is about, in the order in which a build comes to it. */
export const topics = [
  { name: 'The command line', entries: usage },
  { name: 'Settings', entries: config },
  { name: 'Files and folders', entries: load },
  { name: 'Markdown', entries: parse },
  { name: 'Decks written for reveal.js', entries: dialect },
  { name: 'Decks, slides and editions', entries: model },
  { name: 'Content', entries: check },
  { name: 'Pictures, films and codes', entries: media },
  { name: 'Themes', entries: theme },
  { name: 'Diagrams', entries: diagrams },
  { name: 'Pages', entries: render },
  { name: 'Layout', entries: measure },
  { name: 'Printing', entries: print },
  { name: 'Output', entries: output },
] as const satisfies readonly { readonly name: string; readonly entries: Readonly<Record<string, Entry>> }[];

/** Codes are permanent: an old one is never given a new meaning. */
const entries = {
  ...usage,
  ...config,
  ...load,
  ...parse,
  ...dialect,
  ...model,
  ...check,
  ...media,
  ...theme,
  ...diagrams,
  ...render,
  ...measure,
  ...print,
  ...output,
} as const satisfies Record<string, Entry>;

/** A permanent name for one kind of problem, `<subject>/<what>`. */
export type Code = keyof typeof entries;

export const catalogue: Readonly<Record<Code, Entry>> = entries;
