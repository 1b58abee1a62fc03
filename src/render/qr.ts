import type { Edition } from '../model/workshop.js';
import type { Container } from '../parse/ast.js';
import { blocksOf } from '../parse/kinds.js';
import { whyNoCode } from '../parse/qr-address.js';
import { isRemote } from '../parse/references.js';
import type { Words } from '../theme/words.js';
import { elementAttributes } from './attributes.js';
import { attributeString, escapeHtml, safeHref } from './html.js';

/** Draws a text as a QR code; loaded where a deck has one. */
export type DrawCode = typeof import('./qr-code.js').qrCode;

interface Codes {
  readonly qr: DrawCode | null;
  readonly words: Words;
}

/** `::: qr https://…`: the code with its address below; the address alone where no code is drawn, which was said. */
export function renderQr(block: Container, codes: Codes): string {
  const address = block.argument ?? '';
  const attributes = attributeString(elementAttributes(block.attributes, { classes: ['qr'] }));
  const caption = `<figcaption>${linked(address)}</figcaption>`;
  return `<figure${attributes}>${codeOf(address, codes)}${caption}</figure>\n`;
}

/** The code of an address, for templates; empty where none is drawn. */
export function codeOf(address: string, { qr, words }: Codes): string {
  if (qr === null || whyNoCode(address) !== null) return '';
  return qr(address, escapeHtml(`${words.qrCode}: ${address}`));
}

function linked(address: string): string {
  const href = isRemote(address) ? safeHref(address) : null;
  const words = escapeHtml(address);
  if (href === null) return words;
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">${words}</a>`;
}

/** Whether an edition has codes: blocks, or the deck's own address, which its last slide shows, and covers on paper. */
export function hasCodes({ slides, settings }: Edition): boolean {
  return (
    settings.url !== null ||
    slides.some((slide) =>
      blocksOf([...slide.blocks, ...slide.notes], 'container').some(({ name }) => name === 'qr'),
    )
  );
}
