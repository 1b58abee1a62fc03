import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 that this process ends in a second or two: code is made fast later, less of it at once, and regular expressions are
 * compiled when they are first used instead of twice. A deck of 1,000 slides takes a tenth less time and a quarter less of the
 * processor (`bench/README.md`). For whoever goes on for hours, such as the preview, V8's own settings are better.
 */
export function expectShortLife(): void {
  setFlagsFromString('--interrupt-budget=300000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  setFlagsFromString('--no-regexp-tier-up');
}
