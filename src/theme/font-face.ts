import type { FontFace } from './description.js';

/**
 * An `@font-face` rule with the font inside. A page opened from disk may load no font file in every browser, a data
 * address always. `block`: a deck is never shown in the wrong face first.
 */
export function fontFaceRule(face: FontFace, woff2: Buffer): string {
  const range = face.range === undefined ? '' : `unicode-range:${face.range};`;
  return (
    `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:block;` +
    `${range}src:url(data:font/woff2;base64,${woff2.toString('base64')}) format("woff2")}\n`
  );
}
