import type { Entry } from './entry.js';

/** Themes and the words that come with them. */
export const theme = {
  'theme/unknown': {
    severity: 'error',
    title: 'A theme that does not exist',
    explanation: `\`theme:\` in the settings or \`--theme\` on the command line names a look, and there is none of that name. Another one
would change sizes and with them what fits on a slide, so nothing is guessed.

Mend the name, or leave the line out: the default is \`harbor\`.`,
  },
  'theme/no-words': {
    severity: 'warning',
    title: 'A language without words',
    explanation: `\`lang:\` says which language a deck is written in. Deckhand adds a few words of its own, such as “Page”, “Tip” and
“Exercise”, and has none in that language, so they are English. Everything the author wrote stays as it is, and the pages
still say the right language to browsers and screen readers.`,
  },
} as const satisfies Record<string, Entry>;
