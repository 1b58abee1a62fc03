/** What the figures have to be, on two cores. */
import { median } from './measure.mjs';

/** @typedef {Map<string, Map<string, import('./measure.mjs').Result>>} Results comparison, then contender */

/**
 * @typedef {object} Goal
 * @property {string} title
 * @property {number} atMost
 * @property {'ratio' | 'bytes'} unit
 * @property {(results: Results) => number | null} measured `null` when a figure it needs is not there
 */

function time(results, comparison, contender) {
  const times = results.get(comparison)?.get(contender)?.times;
  return times?.length ? median(times) : null;
}

/** How long the first takes when the second takes 1. */
function ratio(first, second) {
  return first === null || second === null ? null : first / second;
}

function against(comparison, peer) {
  return (results) => ratio(time(results, comparison, 'Deckhand'), time(results, comparison, peer));
}

/** What one of 1,000 slides costs against one of 100, everything shared out among them. */
function growth(results) {
  const hundred = time(results, 'pdf-100', 'Deckhand');
  const thousand = time(results, 'pdf-1000', 'Deckhand');
  return ratio(thousand === null ? null : thousand / 1000, hundred === null ? null : hundred / 100);
}

/** @type {Goal[]} */
export const goals = [
  {
    title: '`--help` / `node -e 0`',
    atMost: 3,
    unit: 'ratio',
    measured: against('help', 'node -e 0'),
  },
  {
    title: '100 slides to HTML: Deckhand / Pandoc',
    atMost: 0.4,
    unit: 'ratio',
    measured: against('html-100', 'Pandoc'),
  },
  {
    title: '100 slides to HTML: Deckhand / Marp',
    atMost: 0.3,
    unit: 'ratio',
    measured: against('html-100', 'Marp'),
  },
  {
    title: '1,000 slides to HTML: Deckhand / Marp',
    atMost: 0.4,
    unit: 'ratio',
    measured: against('html-1000', 'Marp'),
  },
  {
    title: '100 slides to HTML and `slides.pdf`: Deckhand / `marp --pdf`',
    atMost: 0.4,
    unit: 'ratio',
    measured: against('pdf-100', 'Marp --pdf'),
  },
  {
    title: '100 slides to HTML and `slides.pdf`: Deckhand / launch and bare print',
    atMost: 1.6,
    unit: 'ratio',
    measured: against('pdf-100', 'launch and bare print'),
  },
  {
    title: 'HTML and `slides.pdf`: cost of one of 1,000 slides / of one of 100',
    atMost: 1.5,
    unit: 'ratio',
    measured: growth,
  },
  {
    title: '1,000 slides to HTML and `slides.pdf`: memory of all processes',
    atMost: 1e9,
    unit: 'bytes',
    measured: (results) => results.get('pdf-1000')?.get('Deckhand')?.peak?.bytes ?? null,
  },
  {
    title: 'a workshop of a day on paper: Deckhand / launch and bare print',
    atMost: 2.5,
    unit: 'ratio',
    measured: against('workshop', 'launch and bare print'),
  },
  {
    title: 'a workshop of a day on paper: memory of all processes',
    atMost: 1e9,
    unit: 'bytes',
    measured: (results) => results.get('workshop')?.get('Deckhand')?.peak?.bytes ?? null,
  },
];
