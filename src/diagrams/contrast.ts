import { hexOf } from './inks.js';
import { namedColor } from './named-colors.js';

/** Black or white, whichever is easier to read on a colour; null where that is not known. */
export function readableOn(color: string): string | null {
  const luminance = luminanceOf(color);
  if (luminance === null) return null;
  // Where both are at the same distance: (1.05 / (L + 0.05)) = ((L + 0.05) / 0.05).
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

/** Relative luminance as WCAG has it, from 0 for black to 1 for white. */
function luminanceOf(color: string): number | null {
  const hex = hexOf(color) ?? namedColor(color) ?? hexOf(long(color));
  if (hex === null) return null;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** `#abc` as `#aabbcc`. */
function long(color: string): string {
  return color.trim().replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, '#$1$1$2$2$3$3');
}
