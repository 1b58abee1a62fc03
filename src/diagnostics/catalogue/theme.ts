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
  'theme/extends': {
    severity: 'error',
    title: 'A theme that extends what it cannot',
    explanation: `\`extends:\` in a \`theme.yaml\` names the theme that this one changes. There is none of that name, or following the names
leads back to the theme itself. Without it most of the rules would be missing, so nothing of the deck is made.

Name a theme that \`deckhand doctor\` lists, such as \`harbor\`.`,
  },
  'theme/broken': {
    severity: 'error',
    title: 'A theme that cannot be read',
    explanation: `A theme is a folder with a \`theme.yaml\` that says which files in it the theme is made of. There is none, it is no YAML, it
says what no theme says, or it names a file that is neither in its folder nor in that of the theme that it extends. Files
anywhere else are not read.

\`docs/themes.md\` says what may stand there; \`deckhand themes new NAME\` writes a theme that builds at once.`,
  },
  'brand/invalid': {
    severity: 'error',
    title: 'A brand that is written wrongly',
    explanation: `\`brand:\` in the settings names a file with the look of a house. It has \`logo\`, \`colours\` (\`primary\`, \`secondary\`, \`ink\`,
\`ground\`) and \`fonts\` (\`text\`, \`titles\`), all of them optional. Colours have six digits and stand in quotes, since \`#\`
begins a comment.`,
  },
  'brand/refused': {
    severity: 'error',
    title: 'A colour that nothing can be read in',
    explanation: `Slides of a brand have a light ground, and their words stand on it. A ground that is not light, or a colour that cannot be told
from it, has no darker or lighter relative that would still be that colour, so nothing is guessed.

Give another colour, or leave it out: then it is the one of the theme.`,
  },
  'brand/contrast': {
    severity: 'warning',
    title: 'A colour that words need darker',
    explanation: `Words have to stand out 4.5:1 from their ground. The colour of the brand does not, so words in it are darker; flags, bars and
covers keep it as it is. The message says from what to what it was changed.

Where the house has a darker colour for words, name that one.`,
  },
  'brand/no-place': {
    severity: 'warning',
    title: 'A brand in a theme that takes none',
    explanation: `Most themes have colours of their own that belong together. The one that takes the colours and fonts of a house is \`ensign\`.`,
  },
  'theme/no-words': {
    severity: 'warning',
    title: 'A language without words',
    explanation: `\`lang:\` says which language a deck is written in. Deckhand adds a few words of its own, such as “Page”, “Tip” and
“Exercise”, and has none in that language, so they are English. Everything the author wrote stays as it is, and the pages
still say the right language to browsers and screen readers.`,
  },
  'template/broken': {
    severity: 'error',
    title: 'A template that cannot be filled',
    explanation: `A file of the folder that \`templates:\` names is no Handlebars, or asks for something that is not there: a field, a partial or
a helper. Nothing of the deck is made, since the page would lack that part.

Which templates there are, and which fields, is in \`docs/templates.md\`. Without the file, ours is used.`,
  },
  'template/unknown-file': {
    severity: 'warning',
    title: 'A file that takes no place of ours',
    explanation: `Files of the folder that \`templates:\` names take the places of Deckhand's own files of the same names. This one has a name
that none of ours has, so it is not used. Partials may have names of their own where another file includes them.`,
  },
  'template/unknown-word': {
    severity: 'warning',
    title: 'A word that Deckhand does not say',
    explanation: `A file of \`words/\` in the folder that \`templates:\` names gives words of Deckhand's another text. There is no word of that
name, or what stands there is no text, so it is left out. All names are in Deckhand's own \`templates/words/en.yaml\`.`,
  },
} as const satisfies Record<string, Entry>;
