import { decodeHTMLStrict } from 'entities/decode';

/** A character reference as CommonMark has them: with a semicolon, and no longer than a number can be. */
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]*);/g;

/** Text with its character references read; most text has none. */
export function decoded(text: string): string {
  return text.includes('&') ? text.replace(reference, (one) => decodeHTMLStrict(one)) : text;
}

/** Text with its backslashes before punctuation taken away, and its character references read. */
export function unescaped(text: string): string {
  return text
    .split(/\\([!-/:-@[-`{-~])/)
    .map((part, index) => (index % 2 === 0 ? decoded(part) : part))
    .join('');
}
