import type { Answer } from '../serve/answer.js';
import { htmlAnswer } from '../serve/answer.js';
import { isDeck, type View } from './views.js';

/** Which start of the server a page is of: pages of another one are out of date. */
export type Boot = string;

/** What a page says to the script that keeps it up to date. */
interface Hooks {
  readonly quiet?: boolean;
  readonly view: string;
  readonly boot: Boot;
  readonly version: number;
  readonly scripts: readonly string[];
  readonly sheets: readonly string[];
}

/**
 * The page of a product as it is built, with our script at its end.
 *
 * @param quiet whether others may see it: nothing is laid over it then
 */
export function pageAnswer(view: View, boot: Boot, scripts: readonly string[], quiet: boolean): Answer {
  const { page, path, version, product } = view;
  if (page === null) throw new Error(`${path} was not drawn.`);
  // Pages within pages are brought up to date by those around them, and who reads is not disturbed.
  if (product === 'cover' || product === 'reading') return quietAnswer(page.html);
  const html = hooked(page.html, {
    quiet,
    view: path,
    boot,
    version,
    scripts,
    sheets: [scripts.includes('follow') ? 'follow' : 'preview'],
  });
  return {
    ...htmlAnswer(html),
    // Decks bring a policy of their own, which is stricter in some and, where the author asks for it, not in others.
    headers: isDeck(product) ? {} : { 'Content-Security-Policy': paperPolicy },
  };
}

/** A page that nothing is told: it is as it was when it was opened. */
function quietAnswer(html: string): Answer {
  return { ...htmlAnswer(html), headers: { 'Content-Security-Policy': paperPolicy } };
}

/** Paper has no scripts when it is printed, and only ours here. */
export const paperPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "media-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function hooked(html: string, { quiet, view, boot, version, scripts, sheets }: Hooks): string {
  const links = sheets.map((name) => `<link rel="stylesheet" href="/-/${name}.css">`);
  const tags = scripts.map(
    (name) =>
      `<script src="/-/${name}.js" data-view="${escaped(view)}" data-boot="${boot}" data-version="${version}"${quiet ? ' data-quiet' : ''}></script>`,
  );
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end)}${links.join('')}\n${tags.join('\n')}\n${html.slice(end)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
