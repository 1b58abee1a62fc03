import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { MadeProduct } from './make-products.js';
import type { PreparedDeck } from './prepare.js';

/** Looks for what of a deck's is private and would be published. */
export interface LeakSearch {
  /** Looks through the first products that are there, while there is time for it. */
  readonly begin: (made: readonly MadeProduct[]) => Promise<void>;
  /** What is found in all of them, once all are there. */
  readonly end: (made: readonly MadeProduct[]) => Promise<readonly Diagnostic[]>;
}

export function leakSearch({ written }: PreparedDeck): LeakSearch {
  let earlier: readonly MadeProduct[] = [];
  let starting: ReturnType<typeof start> | undefined;
  const found: Diagnostic[] = [];

  async function start() {
    const { leakCheck, leaksIn } = await import('./leaks.js');
    const checks = await Promise.all(written.map(leakCheck));
    return { checks, leaksIn };
  }

  async function look(made: readonly MadeProduct[]): Promise<void> {
    starting ??= start();
    const { checks, leaksIn } = await starting;
    for (const check of checks) {
      const { editions } = check.written;
      const own = (all: readonly MadeProduct[]) => all.filter(({ rendered }) => editions.includes(rendered));
      found.push(...(await leaksIn(check, own(made), own(earlier))));
    }
    earlier = made;
  }

  return {
    begin: look,
    end: async (made) => {
      if (made.length > 0) await look(made);
      return made.length > 0 ? found : [];
    },
  };
}
