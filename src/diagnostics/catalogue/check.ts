import type { Entry } from './entry.js';

export const check = {
  'slide/unknown-layout': {
    severity: 'error',
    title: 'The theme has no such layout',
    explanation:
      'A slide asks for a layout with `layout=`. The layouts a theme has are listed in the message; a slide that asks for none gets the one that suits what stands on it.',
  },
  'attribute/unknown': {
    severity: 'warning',
    title: 'An attribute that means nothing',
    explanation:
      'In braces stand classes, an id, and attributes that Deckhand knows. `data-*`, `aria-*`, `style`, `title`, `width` and `height` pass through as they are; anything else is most likely a slip of the pen.',
  },
  'attribute/bad-value': {
    severity: 'warning',
    title: 'A value that means nothing',
    explanation:
      'A setting of a slide or block is known, but not with this value: a colour that is none, a transition that does not exist. It is passed over.',
  },
  'slide/not-shown': {
    severity: 'warning',
    title: 'A setting of a slide that Deckhand does not follow',
    explanation:
      'reveal.js can show a page of the network behind a slide, let it be clicked, and move grounds apart from their slides. Deckhand draws the ground as a part of the slide, the same on screen and on paper, and fetches nothing.',
  },
  'link/no-target': {
    severity: 'warning',
    title: 'A link inside the deck leads nowhere',
    explanation:
      'A link such as `#rolling-updates` leads to the slide with that id. Ids are written in braces after a title, or made from it.',
  },
  'link/unsafe': {
    severity: 'warning',
    title: 'A link that could run code is left out',
    explanation:
      'Links lead to web pages, mail addresses, slides and files beside the deck. An address that could run a program in the page, such as `javascript:`, is shown as plain words.',
  },
  'step/bad-number': {
    severity: 'warning',
    title: 'A step is no number',
    explanation: '`step=` says on which click something appears, counted from 1.',
  },
  'lines/bad-number': {
    severity: 'warning',
    title: 'A number of lines cannot be read',
    explanation:
      'Room to write is measured in ruled lines of 8 mm: `::: lines 6`, or `::: question {lines=4}` for an answer. What is no number gives no lines after a question, and three as a block of its own.',
  },
  'handout/booklet-slides': {
    severity: 'warning',
    title: 'More slides a page than a booklet has room for',
    explanation:
      'A page of a booklet is half a sheet: on it stand one slide with lines to write on, two with a line or two, or three. Four and more could not be read, so three are printed. Write `handout: { slides: 3 }` if that is what you want, or `slides: 2`; without the booklet a page has room for nine.',
  },
  'handout/publishes-notes': {
    severity: 'warning',
    title: 'The handout makes the speaker’s notes public',
    explanation:
      'With `handout: { notes: true }` the notes stand below the slides of a handout with one slide a page, and the handout is a public file. That may be what you want; Deckhand says it so that nobody is surprised.',
  },
} as const satisfies Record<string, Entry>;
