import type { Entry } from './entry.js';

export const print = {
  'browser/missing': {
    severity: 'error',
    title: 'There is no browser to print with',
    explanation:
      'PDFs are printed by a browser without a window: the one that comes inside a package on Linux (x64), one that puppeteer installed, or a Chrome, Chromium or Edge on the system. None of them was found, or none runs.\n\n`npx puppeteer browsers install chrome-headless-shell` fetches one; `--browser PATH` names one. `--product deck` needs none. `deckhand doctor` shows what was looked for.',
  },
  'browser/not-usable': {
    severity: 'error',
    title: 'The browser that was asked for does not work',
    explanation:
      'The path given with `--browser` is not there, or what is there does not start. Deckhand does not quietly take another one instead, since browsers differ in what they print.',
  },
  'browser/passed-over': {
    severity: 'warning',
    title: 'The browser named in the environment was not used',
    explanation:
      'PUPPETEER_EXECUTABLE_PATH names a browser that is not there or does not start, so another one printed. Mend the variable or take it away.',
  },
  'browser/missing-library': {
    severity: 'error',
    title: 'A library of the system is missing',
    explanation:
      'The browser is there, but a library that it needs is not installed. The message names the library and the Debian package that has it; other systems have packages of similar names.',
  },
  'browser/no-start': {
    severity: 'error',
    title: 'The browser did not start',
    explanation:
      'The browser was found and said its version, but ended before it could print, or did not answer. What it wrote last is in the message. `deckhand doctor` tries every browser there is.',
  },
  'print/timeout': {
    severity: 'error',
    title: 'Printing took too long',
    explanation:
      'A print may take 30 seconds and 20 milliseconds for each page. Then it is ended with its browser, and nothing of it is kept. Very large pictures and enormous tables are the usual reason.',
  },
  'print/crashed': {
    severity: 'error',
    title: 'The browser crashed while printing',
    explanation:
      'The browser, or its page, ended in the middle of a print; a second try in a fresh one ended the same way. Usually memory ran out. Nothing of the print is kept.',
  },
  'print/page-count': {
    severity: 'error',
    title: 'A PDF has the wrong number of pages',
    explanation:
      'Deckhand knows how many pages a product has to have and counts them afterwards. Something made the browser break pages elsewhere: an element wider or higher than its slide, or `break-before` and the like in CSS of your own.',
  },
  'print/blank': {
    severity: 'error',
    title: 'A PDF has blank pages',
    explanation:
      'A browser that cannot print gives blank paper and no error, so every page is looked at afterwards: it has to hold text or a picture.',
  },
  'print/lost-bookmark': {
    severity: 'error',
    title: 'A bookmark leads nowhere',
    explanation:
      'Every section and slide has a bookmark in the PDF, but this one’s target did not come out on any page. CSS of your own that hides slides in print (`display: none`) does this; `print=no` on the slide leaves it out properly.',
  },
  'print/refused': {
    severity: 'warning',
    title: 'A page asked for something outside the build',
    explanation:
      'While pages are printed they may load the build’s own files and nothing else: no network, no other files of this machine. What a page asked for in vain is missing on paper. Copy it beside the deck and refer to it there.',
  },
} as const satisfies Record<string, Entry>;
