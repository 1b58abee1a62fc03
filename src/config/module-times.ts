import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { WrittenValues } from './schema.js';

/** Says of each time of a module that it is for an edition which does not exist: it plans nothing. */
export function unknownModuleTimes(
  { modules }: WrittenValues,
  prefix: string,
  editions: readonly { readonly name: string }[],
  placeOf: (path: string) => Span,
): readonly Diagnostic[] {
  const names = editions.map((edition) => edition.name);
  return (modules ?? []).flatMap((module, index) =>
    Object.keys(module.time)
      .filter((name) => !names.includes(name))
      .map((name) =>
        diagnostic(
          'deck/unknown-edition',
          placeOf(`${prefix}modules.${index}.time.${name}`),
          `The deck has no edition \`${name}\`.`,
          { hint: didYouMeanHint(name, names) },
        ),
      ),
  );
}
