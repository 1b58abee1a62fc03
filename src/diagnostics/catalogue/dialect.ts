import type { Entry } from './entry.js';

/** Decks written for reveal.js or reveal-md. */
export const dialect = {
  'dialect/not-heeded': {
    severity: 'warning',
    title: 'Something written for reveal.js that has no counterpart',
    explanation: `The deck is read in the dialect of reveal.js (\`dialect: reveal\`). It says something that reveal.js or reveal-md
would act on, or that only they allow, and that means nothing here. It is left out; everything else is built.`,
  },
  'dialect/reads-otherwise': {
    severity: 'warning',
    title: 'Something that reveal.js would read in another way',
    explanation: `Where reveal.js is known to misread what authors write (dividers inside of code, \`Note:\` twice on a slide or
indented, blanks behind a divider), the deck is built as its author meant it, and this message says where the two differ. If you show
the slides with reveal.js itself as well, change the place as the message says.`,
  },
  'dialect/slow-separator': {
    severity: 'error',
    title: 'A separator that takes too long to be found',
    explanation: `The regular expression is tried at every place of the text, and some, such as \`(-+)+$\`, take hours for that.
Write a simpler one: \`^---$\` is three hyphens alone on a line.`,
  },
} as const satisfies Record<string, Entry>;
