import type { Entry } from './entry.js';

export const diagrams = {
  'diagram/syntax': {
    severity: 'error',
    title: 'A diagram cannot be read',
    explanation:
      'Fences of `dot` are drawn when the deck is built, and this one has a mistake that keeps it from being read. The message says what was read last; often the mistake is at the end of the line before. To show the source itself, write `text` behind the fence.',
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
      'Those who cannot see a diagram hear what it says of itself. Write `alt="…"` behind the language of the fence; the `label` of a graph serves as well.',
  },
  'diagram/dropped': {
    severity: 'warning',
    title: 'A part of a diagram is left out',
    explanation:
      'A diagram reads no files, fetches nothing and runs nothing: pictures in it, links such as `javascript:`, and settings that would change this are left out.',
  },
} as const satisfies Record<string, Entry>;
