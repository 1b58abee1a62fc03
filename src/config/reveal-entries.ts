import * as v from 'valibot';
import { isSeparator } from './dialect.js';

const aSeparator = 'a regular expression of JavaScript that matches something, such as `^---$`';
const separator = v.pipe(v.string(aSeparator), v.check(isSeparator, aSeparator));

/** Keys of reveal-md that mean something in the dialect of reveal.js. */
export const revealEntries = {
  separator: v.pipe(
    separator,
    v.description('In the dialect of reveal.js: what divides slides. Default: a line of three hyphens.'),
  ),
  verticalSeparator: v.pipe(
    v.union([separator, v.literal(false, aSeparator)], `${aSeparator}; or \`false\` for none`),
    v.description(
      'In the dialect of reveal.js: what puts the next slide below. Default: a line of four hyphens.',
    ),
  ),
  notesSeparator: v.pipe(
    separator,
    v.description('In the dialect of reveal.js: what begins the notes. Default: `Note:` or `Notes:`.'),
  ),
  revealOptions: v.pipe(
    v.record(v.string(), v.unknown(), 'options of reveal.js, such as `{ transition: fade }`'),
    v.description('In the dialect of reveal.js: its options. Those that have a meaning here are heeded.'),
  ),
};
