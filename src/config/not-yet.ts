import type { WrittenValues } from './schema.js';
import type { Product } from './settings.js';

/** A key, as a dotted path, whose value is accepted and has no effect in this version. */
interface NotYet {
  readonly path: string;
  readonly says: string;
  readonly hint: string | null;
}

/** What this version makes. */
export const productsToday: readonly Product[] = [
  'deck',
  'present',
  'slides',
  'handout',
  'workbook',
  'labs',
  'agenda',
  'guide',
  'solutions',
];

/**
 * Everything that is described in the reference already and made later, in one place.
 *
 * @param named how a setting is called where it was written: by its path, or as a flag
 */
export function notYet(values: WrittenValues, named: (path: string) => string): readonly NotYet[] {
  const found: NotYet[] = [];
  const wait = (what: string, path: string) => {
    const says = `${what} comes in a later version; \`${named(path)}\` has no effect yet.`;
    found.push({ path, says, hint: null });
  };
  if (values.handout?.booklet === true) wait('The booklet', 'handout.booklet');
  if (values.handout?.cover === true) wait('The cover page', 'handout.cover');
  for (const [index, product] of (values.products ?? []).entries()) {
    if (productsToday.includes(product)) continue;
    found.push({
      path: `products.${index}`,
      says: `The product \`${product}\` comes in a later version, and is not made yet.`,
      hint: `Made today: ${productsToday.map((one) => `\`${one}\``).join(', ')}.`,
    });
  }
  return found;
}
