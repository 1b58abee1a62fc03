import type { TemplateDelegate } from 'handlebars';
import { BrokenTemplate } from '../theme/broken-template.js';
import { compileTemplate, newTemplateKeeper } from '../theme/compile-template.js';
import { pageFile } from '../theme/page-files.js';
import { templateHelpers } from '../theme/template-helpers.js';
import type { Theme } from '../theme/theme.js';

/** Templates that have been read, ready to be filled with a view. */
export interface Templates {
  /** Fills a slide layout. */
  readonly layout: (name: string, view: object) => string;
  /** Fills a page template, given by its name in `products/`. */
  readonly page: (name: string, view: object) => string;
}

const prepared = new WeakMap<Theme, Templates>();

/**
 * Prepares a theme's templates. Handlebars is strict: a field that a view lacks is a mistake and throws, a
 * {@link BrokenTemplate} where the template is somebody's own. Values are escaped; only fields whose names end in `Html` are not.
 */
export function prepareTemplates(theme: Theme): Templates {
  const known = prepared.get(theme);
  if (known) return known;
  const handlebars = newTemplateKeeper();
  handlebars.registerHelper(templateHelpers);
  const ready = (path: string, source: string): TemplateDelegate => {
    const template = compileTemplate(handlebars, source);
    const own = theme.templates.own.get(path) ?? null;
    return theme.templates.own.size === 0 ? template : blaming(template, path, own);
  };
  // Most pages use few of them.
  for (const [name, source] of theme.partials) {
    let partial: TemplateDelegate | undefined;
    handlebars.registerPartial(name, (view, options) => {
      partial ??= ready(`partials/${name}.hbs`, source);
      return partial(view, options);
    });
  }
  const compiled = new Map<string, TemplateDelegate>();
  const fill = (path: string, source: () => string, view: object): string => {
    const template = compiled.get(path) ?? ready(path, source());
    compiled.set(path, template);
    return template(view);
  };
  const templates: Templates = {
    layout: (asked, view) => {
      const name = theme.layouts.has(asked) ? asked : 'content';
      return fill(`layouts/${name}.hbs`, () => theme.layouts.get(name) ?? '', view);
    },
    page: (name, view) => fill(`products/${name}`, () => pageFile(theme.templates, name), view),
  };
  prepared.set(theme, templates);
  return templates;
}

/** A template that says which one it is where it, or one that it includes, cannot be filled. */
function blaming(template: TemplateDelegate, path: string, own: BrokenTemplate['own']): TemplateDelegate {
  return (view, options) => {
    try {
      return template(view, options);
    } catch (error) {
      const broken = error instanceof BrokenTemplate ? error : new BrokenTemplate(path, error);
      throw broken.within(own);
    }
  };
}
