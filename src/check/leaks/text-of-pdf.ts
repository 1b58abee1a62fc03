import { end, type PublishedText } from './passage.js';

/** Words of a PDF and where in it they stand, as whoever reads PDFs hands them over; a line of a page a line. */
export interface PrintedWords {
  readonly where: string;
  readonly text: string;
}

export function textOfPdf(printed: readonly PrintedWords[]): PublishedText {
  // Where a paragraph ends nobody can tell, so a few words are looked for within a line.
  const words = printed.map(({ where, text }) => ({
    text: `${text.replaceAll('\n', end)}${end}`,
    at: where,
  }));
  return { words, source: [] };
}
