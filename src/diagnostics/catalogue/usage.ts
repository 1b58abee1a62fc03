import type { Entry } from './entry.js';

/** The command line. */
export const usage = {
  'usage/unknown-command': {
    severity: 'error',
    title: 'A command that does not exist',
    explanation: `The first word after \`deckhand\` says what to do, and it is none of the commands. \`deckhand --help\` lists them.

To build a file or a folder, say so: \`deckhand build talk.md\`.`,
  },
  'usage/unknown-flag': {
    severity: 'error',
    title: 'A flag that the command does not have',
    explanation: `Each command has its own flags; \`deckhand build --help\` lists those of \`build\`. A flag that is not known is refused,
because ignoring it would make something else than what was asked for.`,
  },
  'usage/missing-value': {
    severity: 'error',
    title: 'A flag without its value',
    explanation: `The flag stands at the end of the line, and its value is missing: \`--handout 6\`, \`--paper letter\`.`,
  },
  'usage/bad-value': {
    severity: 'error',
    title: 'A value that a flag cannot have',
    explanation: `The flag takes one of a few values, or a value of a certain form, and this is none of them. The hint says which ones
there are; \`--help\` has examples.`,
  },
  'usage/too-many-words': {
    severity: 'error',
    title: 'More words than the command takes',
    explanation: `\`init\` takes one folder and \`explain\` one code. A name with spaces goes into quotes, or the shell makes several words
of it: \`deckhand init "my talk"\`.`,
  },
  'usage/empty-range': {
    severity: 'warning',
    title: 'A range that names no slide',
    explanation: `\`--range\` says which slides go on paper, by the numbers that stand on them, and the deck has none of these. So no
paper was made of it. What is for the screen always has all slides.`,
  },
  'usage/unknown-code': {
    severity: 'error',
    title: 'A code that no message has',
    explanation: `\`deckhand explain\` was asked about a code that is not in the catalogue. A message ends in its code, in square
brackets; \`deckhand explain\` alone lists all of them.`,
  },
  'usage/folder-not-empty': {
    severity: 'error',
    title: 'A new talk in a folder that holds something',
    explanation: `\`deckhand init\` writes into a new folder or an empty one, so that it never overwrites or mixes with what is there.
Name a folder that does not exist yet: \`deckhand init my-talk\`.`,
  },
  'usage/theme-name': {
    severity: 'error',
    title: 'A name that no theme can have',
    explanation: `\`deckhand themes new\` makes a folder of that name, and decks name it in their settings. Names are made of small
letters, digits and hyphens, and begin with a letter, so that they are the same on every system.`,
  },
  'usage/cannot-write': {
    severity: 'error',
    title: 'A folder that cannot be made or written',
    explanation: `\`deckhand init\` could not write the new talk. The message says why: no permission, no space, or a file of that name
where a folder would have to be.`,
  },
  'usage/nothing-to-build': {
    severity: 'error',
    title: 'There is no deck here',
    explanation:
      'In a folder, a deck is a `deck.yaml` or a Markdown file with front matter: two lines `---` at its very start, with settings such as `title:` between them. A file named on the command line is a deck in any case. `deckhand init` makes one to start from.',
  },
} as const satisfies Record<string, Entry>;
