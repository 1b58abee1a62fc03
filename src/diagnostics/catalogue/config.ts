import type { Entry } from './entry.js';

/** Settings: `deck.yaml`, front matter, editions. */
export const config = {
  'deck/unknown-key': {
    severity: 'error',
    title: 'A setting that does not exist',
    explanation: `A key in \`deck.yaml\` or in front matter is none that Deckhand knows. A misspelt key would otherwise be
ignored without a word, and the deck would come out with the wrong length, look or paper.

Mend the spelling, or remove the line. Text that is only meant for people goes into a comment: \`# like this\`.`,
  },
  'deck/wrong-type': {
    severity: 'error',
    title: 'A setting with a value that it cannot have',
    explanation: `The key is right and its value is not what it takes. The message says what it takes.

Times are written \`90s\`, \`5m\` or \`1h30m\`; a bare number is minutes. Times of day and other values with a colon are safer
in quotes: \`start: "09:00"\`.`,
  },
  'deck/bad-yaml': {
    severity: 'error',
    title: 'Settings that are not YAML',
    explanation: `\`deck.yaml\` and front matter are YAML: one \`key: value\` a line, a space after the colon, indented with spaces.

The usual reasons are a second colon in a value (\`title: Deploy: the talk\`), a value that starts with \`@\`, \`%\`, \`*\` or a
backtick, and a tab. Quotes around the value mend all but the tab.`,
  },
  'deck/duplicate-key': {
    severity: 'error',
    title: 'The same setting twice',
    explanation: `A key stands twice in the same place. Only one of the two can count, and which one is a guess that Deckhand does
not make. Remove one of them.`,
  },
  'deck/not-a-mapping': {
    severity: 'error',
    title: 'Settings that are not pairs of keys and values',
    explanation: `\`deck.yaml\` or front matter holds a list or plain text where \`key: value\` lines belong. Often the space after the
colon is missing: \`title:My talk\` is a text, \`title: My talk\` is a setting.

A Markdown file whose first line is \`---\` starts with front matter. If that line was meant to divide slides, remove it.`,
  },
  'deck/yaml-limit': {
    severity: 'error',
    title: 'Settings beyond all measure',
    explanation: `Settings may be 1,000,000 characters long, 100 levels deep and hold 10,000 values. Real ones never come
near. Beyond that reading them can take minutes or all memory, so Deckhand does not try.`,
  },
  'deck/unclosed-front-matter': {
    severity: 'error',
    title: 'Front matter without an end',
    explanation: `The first line of the file is \`---\`, which opens front matter, and no later line closes it. Close it with a line
of three hyphens below the last setting, or remove the first line if it was meant to divide slides.`,
  },
  'deck/only-comments': {
    severity: 'warning',
    title: 'A first slide that YAML takes for a comment',
    explanation: `The file starts with \`---\`, so what follows is front matter up to the next \`---\`. A line such as \`# Welcome\` is a
comment there, and the slide it was meant to open does not exist. Remove the first line.`,
  },
  'deck/foreign-key': {
    severity: 'warning',
    title: 'A setting of another tool',
    explanation: `The key belongs to reveal-md, Marp, Slidev, Quarto or Pandoc. Deckhand honours such keys where they mean the same
here (\`author\`, \`size\`, \`aspectRatio\`, \`colorSchema\`); this one has no counterpart, and the deck is built without it.`,
  },
  'deck/foreign-theme': {
    severity: 'warning',
    title: 'A theme of another tool',
    explanation: `The theme comes with reveal.js, Marp, Slidev or Quarto. Deckhand has its own themes, made for screen and paper, and
uses the default one instead, as it does when \`theme\` is left out. The colours of reveal.js' own are there as \`reveal/black\`
and so on; in decks that are written for reveal.js their bare names mean these.`,
  },
  'deck/key-of-deck': {
    severity: 'warning',
    title: 'A setting of a deck in one of its parts',
    explanation: `A module or an included file may say its \`title\` and \`lang\` in its own front matter. Everything else is decided by
the deck that it is part of, in \`deck.yaml\` or in the front matter of its main file.`,
  },
  'deck/nothing-to-show': {
    severity: 'warning',
    title: 'A product that is asked for, and nothing to make it of',
    explanation: `\`products\` or \`--product\` names a product that this deck has nothing for: solutions where nothing has one, lab
sheets without a lab. It is not made, since an empty document helps nobody; everything else is.

Leave \`products\` out, and a deck makes what its content calls for.`,
  },
  'deck/no-solution': {
    severity: 'warning',
    title: 'An exercise without a solution, where solutions are asked for',
    explanation: `\`products\` or \`--product\` names \`solutions\`, and this exercise has none: the document of answers passes it over, as if it
had been forgotten. Write \`::: solution\` in it, if only what a good answer holds.

Leave \`products\` out, and a deck makes what its content calls for.`,
  },
  'deck/bad-edition-name': {
    severity: 'error',
    title: 'An edition whose name cannot be a folder',
    explanation: `Editions other than the first are built into a folder of their name, which is also part of an address. So a name
starts with a letter or a digit and holds letters, digits, \`-\` and \`_\`.`,
  },
  'deck/unknown-edition': {
    severity: 'error',
    title: 'An edition that does not exist',
    explanation: `\`--edition\`, or the \`time\` of a module, names an edition. The names are those below \`editions:\` in \`deck.yaml\` or
front matter.`,
  },
  'deck/bad-epoch': {
    severity: 'warning',
    title: 'SOURCE_DATE_EPOCH is no time',
    explanation: `The variable SOURCE_DATE_EPOCH holds a time in whole seconds since 1970. Deckhand takes from it the date of decks
that have none. Its value is something else and was ignored.`,
  },
} as const satisfies Record<string, Entry>;
