/** What `--help` says of a command. */
export interface Words {
  /** In the list of commands. */
  readonly summary: string;
  readonly description: string;
  /** Examples and what else is good to know, below the flags. */
  readonly after: string;
}

export const program = {
  description: 'One folder of Markdown becomes a reveal.js deck, a slide PDF and handouts you can print.',
  after: `
Examples:
  deckhand init my-talk                     a talk to start from
  deckhand build my-talk                    deck, slides and handout into dist/
  deckhand build talk.md --handout 6        six slides on a page of the handout
  deckhand preview my-talk                  write, and see it in the browser
  deckhand check --strict                   before you travel: warnings count too
  deckhand explain deck/unknown-key         what a message means

Exit codes: 0 done, 1 the content has errors, 2 the command was wrong,
3 nothing to do or no browser, 70 a bug of ours, 130 interrupted.`,
};

export const build: Words = {
  summary: 'make decks, PDFs and handouts',
  description: `Makes every product of every deck in the given files and folders.

A file named here is a deck. A folder with a deck.yaml is one deck; in any
other, every .md file with front matter is. When a deck has errors, its last
good output stays as it was.`,
  after: `
Examples:
  deckhand build                            all decks in this folder, into dist/
  deckhand build talk.md -o out             one deck, into out/
  deckhand build --product deck             HTML only; needs no browser
  deckhand build --product handout --handout 6 --paper letter
  deckhand build --range 1,6-8              those slides only, on paper
  deckhand build --public -o site           only what may be published
  deckhand build --product deck,present --single-file
                                            one file each, for mail or a stick
  deckhand build --format json > report.json
  deckhand build --watch                    again with every save, until Ctrl-C

What can be published is in public/ of the output folder; what has notes or
solutions is in private/.`,
};

export const preview: Words = {
  summary: 'show decks in the browser, and keep them up to date',
  description: `Serves every deck of the given files and folders to the browser of this machine:
the deck, the speaker's deck, and each page that would be printed, as a page and
as a PDF. What is saved is on the screen at once, and the slide stays.`,
  after: `
Examples:
  deckhand preview                          every deck in this folder
  deckhand preview talk.md --no-open        only say the address
  deckhand preview --port 8080              there, or on the next free port
  deckhand preview --host --present         phones steer and follow the talk

Only this machine can reach it; with --host others of the network can, if they
have the address that the terminal shows. Ctrl-C ends it.`,
};

export const check: Words = {
  summary: 'find what is wrong, and write nothing',
  description: 'Finds everything that can be wrong with the given decks, without writing anything.',
  after: `
Examples:
  deckhand check                            every deck in this folder
  deckhand check talk.md --strict           warnings fail, too
  deckhand check --format json              for editors and scripts

Each message ends in a code; "deckhand explain CODE" says more.`,
};

export const themes: Words = {
  summary: 'what themes there are; new NAME makes one',
  description: 'Lists the themes that a deck may name, those in themes/ of this folder included.',
  after: `
Examples:
  deckhand themes                           all of them, and what they are for
  deckhand themes --gallery                 see them all, in the browser
  deckhand themes new acme                  a theme of your own, in themes/acme/
  deckhand build talk.md --theme acme       the talk in it`,
};

export const newTheme: Words = {
  summary: 'write a theme to start from',
  description: 'Writes a theme that builds at once: theme.yaml and a stylesheet of colours.',
  after: `
Examples:
  deckhand themes new acme                  into themes/acme/
  deckhand themes new acme content/themes   into content/themes/acme/

It extends harbor. What may stand in it is in docs/themes.md.`,
};

export const init: Words = {
  summary: 'write a new talk to start from',
  description: 'Writes a small talk that builds at once: talk.md with settings and slides, and a picture.',
  after: `
Examples:
  deckhand init my-talk                     into the new folder my-talk
  deckhand init                             into this folder, if it is empty

Nothing that is already there is ever overwritten.`,
};

export const explain: Words = {
  summary: 'what a message means',
  description: 'Says what a diagnostic means, why it matters and how to mend it.',
  after: `
Examples:
  deckhand explain deck/unknown-key
  deckhand explain                          all codes there are`,
};

export const doctor: Words = {
  summary: 'is this machine ready?',
  description: 'Looks at Node.js, the fonts and the browsers of this machine, and prints a page to be sure.',
  after: `
Examples:
  deckhand doctor
  deckhand doctor --browser /usr/bin/chromium

Exit code 0: ready. 3: no browser that prints; the last lines say what to do.`,
};

export const flags = {
  product:
    'deck, present, slides, handout, workbook, labs, agenda, guide, solutions; several with commas (default: what the deck asks for)',
  edition: 'one edition instead of all',
  theme: 'the look, in place of what the deck says',
  public: 'make nothing private: no notes, no solutions',
  singleFile: "deck and speaker's deck as one HTML file each as well, everything inside",
  paper: 'a4 or letter',
  handout: 'slides on a page of the handout: 1, 2, 3 (with lines to write on), 4, 6 or 9',
  booklet: 'the handout as a booklet to fold: print both sides, flip on the short edge',
  range: 'slides that go on paper, such as 1,6-8',
  out: 'output folder (default: dist)',
  root: 'content root: nothing outside it is read',
  dialect: 'deckhand, or reveal for decks written for reveal.js or reveal-md',
  separator: 'what divides slides of reveal.js: a regular expression',
  verticalSeparator: 'what puts the next slide of reveal.js below: the same',
  notesSeparator: 'what begins notes of reveal.js: the same',
  gallery: 'make a page with pictures of all of them, light and dark',
  galleryOut: 'folder of the gallery (default: themes-gallery)',
  galleryLang: 'language of the gallery: en or de (default: en)',
  galleryOpen: 'only say where the gallery is',
  galleryBrowser: 'browser that takes the pictures (default: the one "deckhand doctor" shows)',
  port: 'where to listen; the next one that is free (default: 4300)',
  host: 'let others of the network in; an address of this machine, or all of them',
  open: 'open no browser',
  present: 'let a phone steer the talk and the audience follow it',
  editor: 'what messages open: vscode, vscodium, cursor, zed, idea, sublime or none',
  browser: 'browser to print with (default: the one "deckhand doctor" shows)',
  strict: 'warnings count as errors',
  watch: 'build again whenever something that was read changes',
  format: 'text or json: how messages and results are written (default: text)',
};
