import { setFlagsFromString } from 'node:v8';

/**
 * Tells the engine of Node.js 20 that this process ends in a second or two: code is made fast later and less of it at once, and
 * regular expressions are compiled when they are first used instead of twice. A deck of 1,000 slides takes a tenth less time and
 * a quarter less of the processor (`bench/README.md`). For whoever goes on for hours, such as the preview, its own settings are
 * better. Newer engines have a compiler between the two that makes this needless, and say on stderr that they do not know the flags.
 */
export function expectShortLife(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  setFlagsFromString('--interrupt-budget=300000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  setFlagsFromString('--no-regexp-tier-up');
}
