import type { WrittenValues } from './schema.js';
import { type Product, products } from './settings.js';

/** A key, as a dotted path, whose value is accepted and has no effect in this version. */
interface NotYet {
  readonly path: string;
  /** What has to wait, as the subject of "… comes in a later version". */
  readonly what: string;
}

/** What this version makes. */
export const productsToday: readonly Product[] = ['deck', 'present', 'slides', 'handout', 'workbook'];

/** Everything that is described in the reference already and made later, in one place. */
export function notYet(values: WrittenValues): readonly NotYet[] {
  const found: NotYet[] = [];
  const add = (written: boolean, path: string, what: string) => {
    if (written) found.push({ path, what });
  };
  for (const product of products) {
    const asked = values.products?.includes(product) === true;
    add(asked && !productsToday.includes(product), 'products', `The product \`${product}\``);
  }
  return found;
}
