import type { TemplateDelegate } from 'handlebars';
import { compileTemplate, newTemplateKeeper } from '../theme/compile-template.js';
import { templateHelpers } from '../theme/template-helpers.js';
import type { Theme } from '../theme/theme.js';

/** Templates that have been read, ready to be filled with a view. */
export interface Templates {
  /** Fills a slide layout. */
  readonly layout: (name: string, view: object) => string;
  /** Fills a page template, given as its source. */
  readonly page: (source: string, view: object) => string;
}

const prepared = new WeakMap<Theme, Templates>();

/**
 * Prepares a theme's templates. Handlebars is strict: a field that a view lacks is a mistake of ours and throws.
 * Values are escaped; only fields whose names end in `Html` are not.
 */
export function prepareTemplates(theme: Theme): Templates {
  const known = prepared.get(theme);
  if (known) return known;
  const handlebars = newTemplateKeeper();
  handlebars.registerHelper(templateHelpers);
  for (const [name, source] of theme.partials)
    handlebars.registerPartial(name, compileTemplate(handlebars, source));
  const compiled = new Map<string, TemplateDelegate>();
  const fill = (source: string, view: object): string => {
    const template = compiled.get(source) ?? compileTemplate(handlebars, source);
    compiled.set(source, template);
    return template(view);
  };
  const templates: Templates = {
    layout: (name, view) => fill(theme.layouts.get(name) ?? theme.layouts.get('content') ?? '', view),
    page: fill,
  };
  prepared.set(theme, templates);
  return templates;
}
