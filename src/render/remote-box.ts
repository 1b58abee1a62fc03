import { attributeString, escapeHtml, safeHref } from './html.js';

/** What is in the place of a picture, film or sound that is not fetched: what it shows, and its address, as a link where it leads. */
export function remoteBox(alt: string, address: string, inLink: boolean): string {
  const href = inLink ? null : webAddress(address);
  const words = escapeHtml(address);
  const shown = href === null ? words : `<a${attributeString(linkTo(href))}>${words}</a>`;
  return `<span class="remote">${alt === '' ? '' : `${escapeHtml(alt)} — `}${shown}</span>`;
}

/** A link out of the deck: it opens beside it, and the page there learns nothing of the deck. */
function linkTo(href: string): readonly (readonly [string, string])[] {
  return [
    ['href', href],
    ['rel', 'noopener noreferrer'],
    ['target', '_blank'],
  ];
}

/** A page of the web that an address means; null for everything else. An address without a scheme has none on a disk. */
function webAddress(address: string): string | null {
  const href = address.trim().replace(/^\/\//, 'https://');
  return /^https?:\/\//i.test(href) && URL.canParse(href) ? safeHref(href) : null;
}
