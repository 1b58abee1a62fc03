import type { Product } from '../config/settings.js';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { asMade } from '../render/own-page.js';
import type { RenderedPage } from '../render/page.js';
import { deckPage, presentPage } from '../render/products/deck-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { type SingleFile, singleFile } from '../render/single-file/single-file.js';
import { told } from '../theme/broken-template.js';
import { pageFile } from '../theme/page-files.js';

/** What many mail servers take, in bytes. */
const mostByMail = 25_000_000;

/** `public/talk-deck.html` and `private/talk-present.html`: the deck and the speaker's deck with everything inside. */
export function singleFiles(
  rendered: RenderedEdition,
  wanted: ReadonlySet<Product>,
): Noticed<readonly RenderedPage[]> {
  const { folder } = rendered.edition;
  const opener = pageFile(rendered.theme.templates, 'single-file.js');
  const diagnostics: Diagnostic[] = [];
  const pages = [
    ...(wanted.has('deck') ? [() => deckPage(rendered, null)] : []),
    ...(wanted.has('present') ? [() => presentPage(rendered)] : []),
  ].map(told);
  const value = pages.flatMap(({ value: page, diagnostics: noticed }) => {
    diagnostics.push(...noticed);
    if (page === null) return [];
    const path = page.product === 'deck' ? `public/${folder}-deck.html` : `private/${folder}-present.html`;
    const single = singleFile(asMade(page), opener);
    const size = Buffer.byteLength(single.html);
    if (size > mostByMail) diagnostics.push(tooLarge(path, size, single));
    return { ...page, path, html: single.html, assets: [] };
  });
  return { value, diagnostics };
}

function tooLarge(path: string, size: number, { inside }: SingleFile): Diagnostic {
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
  const largest = inside.slice(0, 3).map(({ name, bytes }) => `\`${name}\` (${megabytes(bytes)})`);
  return diagnostic(
    'output/large-file',
    null,
    `\`${path}\` has ${megabytes(size)}: many mail servers refuse more than ${mostByMail / 1_000_000}.`,
    { hint: `The largest in it: ${largest.join(', ')}. Make them smaller, or give the file on a stick.` },
  );
}
