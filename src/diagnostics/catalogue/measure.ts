import type { Entry } from './entry.js';

export const measure = {
  'slide/overflow': {
    severity: 'warning',
    title: 'A slide’s content does not fit',
    explanation:
      'The slide was laid out, and some of its text or pictures lies beyond its edge, runs into the footer, or is cut off by the box it stands in. The message says how far, in the slide’s own pixels.\n\nA little too much is set a step smaller by itself. A slide that is fuller than that is best made two.',
  },
  'image/not-shown': {
    severity: 'error',
    title: 'A picture cannot be shown',
    explanation:
      'The file was found and looks like a picture, but the browser could not draw it. It is often cut short by a failed download, or in a variant of its format that browsers do not know.',
  },
  'diagram/small-type': {
    severity: 'warning',
    title: 'Words on a diagram are too small to read',
    explanation:
      'A diagram is made as large as there is room for it on its slide. This one holds so much that its words end below 16 px on a slide of 720 lines, which nobody reads from the back of a room. Show less of it, lay it out in the other direction, give it the slide alone, or make it two.',
  },
  'handout/cut-off': {
    severity: 'warning',
    title: 'What stands beside a slide on paper does not fit',
    explanation:
      'With one slide a page, the handout shows what is written for paper below the slide, and goes on over the next page where that is long. Two things cannot go on: a table with so many columns, or a word so long, that it is wider than the page; and a page of a booklet, which has to be one page. What the message names is cut off. Say less, make two slides of it, turn the table, or print a handout that is no booklet.',
  },
  'handout/small-type': {
    severity: 'warning',
    title: 'Type in the handout is too small to read',
    explanation:
      'Slides in the handout are small pictures of the slides. With the number of slides that this handout has on a page, some of their type is smaller than 6 points, which nobody reads and copiers lose. Take fewer slides a page with `handout:` or `--handout`; the hint says how many.',
  },
} as const satisfies Record<string, Entry>;
