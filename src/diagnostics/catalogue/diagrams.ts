import type { Entry } from './entry.js';

export const diagrams = {
  'diagram/syntax': {
    severity: 'error',
    title: 'A diagram cannot be read',
    explanation:
      'Fences of `mermaid` and `dot` are drawn when the deck is built, and this one has a mistake that keeps it from being read. The message says what was read last; often the mistake is at the end of the line before. To show the source itself, write `text` behind the fence.',
  },
  'diagram/unknown-type': {
    severity: 'error',
    title: 'Mermaid has no such diagram',
    explanation:
      'A Mermaid diagram begins with a word for its type, such as `flowchart LR` or `sequenceDiagram`, in capitals and small letters as Mermaid has them. This one is none of them. ZenUML is a program of its own and is not drawn here.',
  },
  'diagram/no-browser': {
    severity: 'warning',
    title: 'There is no browser to draw with',
    explanation:
      'Mermaid measures words and draws in a browser, the one that also prints. There is none, or it does not start, so the diagram is shown as its source. `deckhand doctor` shows what was looked for.',
  },
  'diagram/crashed': {
    severity: 'error',
    title: 'The browser crashed while it drew a diagram',
    explanation:
      'The browser, or its page, ended while it drew this diagram; a second try ended the same way. Usually memory ran out: the diagram has far more in it than fits on a slide.',
  },
  'diagram/too-slow': {
    severity: 'error',
    title: 'A diagram takes too long to draw',
    explanation:
      'Placing nodes and edges takes longer and longer with their number. A diagram that is not drawn within ten seconds is far beyond what anybody can read on a slide: draw less of it, or several diagrams.',
  },
  'diagram/no-alt': {
    severity: 'warning',
    title: 'A diagram does not say what is to be seen on it',
    explanation:
      'Those who cannot see a diagram hear what it says of itself. Write `alt="…"` behind the language of the fence; the title and the description of a Mermaid diagram (`accTitle:`, `accDescr:`) and the `label` of a graph serve as well.',
  },
  'diagram/dropped': {
    severity: 'warning',
    title: 'A part of a diagram is left out',
    explanation:
      'A diagram reads no files, fetches nothing and runs nothing: pictures in it, links such as `javascript:`, and settings that would change this are left out.',
  },
} as const satisfies Record<string, Entry>;
