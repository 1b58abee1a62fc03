import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TemplateDelegate } from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { packageRoot } from '../package-root.js';
import { templateHelpers } from './template-helpers.js';

/** Handlebars without its compiler. Its types say less than is there. */
const { create } = runtime as unknown as Pick<typeof import('handlebars'), 'create'>;

/** What templates, their partials and their helpers are kept in. */
export type TemplateKeeper = ReturnType<typeof create>;

export function newTemplateKeeper(): TemplateKeeper {
  return create();
}

/** Where `precompile.ts` leaves a template of ours, by what it is made from: a build reads no more than it fills. */
export function compiledTemplate(source: string): string {
  return join(packageRoot(), 'lib', 'templates', `${createHash('sha256').update(source).digest('hex')}.js`);
}

/**
 * Makes a template ready to be filled. Our own are compiled together with the program; any other text needs the
 * whole of Handlebars, which costs 30 ms that most builds need not spend.
 */
export function compileTemplate(keeper: TemplateKeeper, source: string): TemplateDelegate {
  const code = readCompiled(source) ?? precompiled(source);
  return keeper.template(new Function(`return ${code}`)());
}

/** A template as the code of a function. Strict: a field that a view lacks is a mistake of ours and throws. */
export function precompiled(source: string): string {
  const handlebars = createRequire(import.meta.url)('handlebars') as typeof import('handlebars');
  const helpers = Object.keys(templateHelpers).map((name) => [name, true] as const);
  const options = {
    strict: true,
    knownHelpers: Object.fromEntries(helpers),
    knownHelpersOnly: true,
    preventIndent: true,
  };
  return handlebars.precompile(source, options) as string;
}

/** Null for templates of somebody's own, and for all where the program runs from its source, as in tests. */
function readCompiled(source: string): string | null {
  try {
    return readFileSync(compiledTemplate(source), 'utf8');
  } catch {
    return null;
  }
}
