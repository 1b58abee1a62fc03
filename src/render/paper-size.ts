import type { Settings } from '../config/settings.js';

/** Millimetres, upright. */
export const paperSheets = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const;

/** CSS pixels in a millimetre. */
export const pixels = 96 / 25.4;

/** An upright sheet in CSS pixels. */
export function paperSize(paper: Settings['paper']): { readonly width: number; readonly height: number } {
  const { width, height } = paperSheets[paper];
  return { width: width * pixels, height: height * pixels };
}
