import { check } from './catalogue/check.js';
import { config } from './catalogue/config.js';
import type { Entry } from './catalogue/entry.js';
import { load } from './catalogue/load.js';
import { measure } from './catalogue/measure.js';
import { model } from './catalogue/model.js';
import { output } from './catalogue/output.js';
import { parse } from './catalogue/parse.js';
import { print } from './catalogue/print.js';
import { render } from './catalogue/render.js';
import { theme } from './catalogue/theme.js';

/** Every diagnostic there is. Codes are permanent: an old one is never given a new meaning. */
const entries = {
  ...config,
  ...load,
  ...parse,
  ...model,
  ...check,
  ...theme,
  ...render,
  ...measure,
  ...print,
  ...output,
} as const satisfies Record<string, Entry>;

/** A permanent name for one kind of problem, `<subject>/<what>`. */
export type Code = keyof typeof entries;

export const catalogue: Readonly<Record<Code, Entry>> = entries;
