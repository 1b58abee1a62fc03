import { type Document, Element } from 'domhandler';
import {
  appendChild,
  findAll,
  findOne,
  getElementsByTagName,
  isTag,
  removeElement,
  replaceElement,
} from 'domutils';
import { Parser, parseDocument } from 'htmlparser2';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Html, InlineHtml } from '../parse/ast.js';
import { placeInHtml } from '../parse/html-place.js';
import { addressOf } from '../parse/html-references.js';
import { isRemote } from '../parse/references.js';
import { type Film, still } from './film.js';
import { isDrawnAlready } from './html.js';
import { notFetched } from './not-fetched.js';
import { remoteBox } from './remote-box.js';

/** Elements that show a file. */
const tags = /^(?:img|video|audio|source|track)$/;

/** Says which pictures, films and sounds of a piece of raw HTML lie elsewhere, each at its address. */
export function remoteHtml(node: Html | InlineHtml): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const address = tags.test(tag) ? addressOf(attributes) : null;
      if (address === null || !isElsewhere(address)) return;
      const start = Math.max(node.html.indexOf(address, parser.startIndex), parser.startIndex);
      found.push(notFetched(address, placeInHtml(node, start, start + address.length)));
    },
  });
  parser.end(node.html);
  return found;
}

/**
 * Gives each picture, film, sound and link of a tree the file that was read for it. A picture that lies elsewhere, or
 * was not read, becomes a box with the address, as Markdown's do: nobody would fetch it, and an empty place says nothing.
 *
 * @param file the file beside the page that an address means, or null
 */
export function placeMedia(document: Document, file: (address: string) => string | null): void {
  /** Addresses of files beside the page. */
  const placed = new Set<string>();
  for (const element of findAll((one) => tags.test(one.name), document.children)) {
    const { attribs, parent } = element;
    if (element.name === 'source' && parent && isTag(parent) && parent.name === 'picture') {
      removeElement(element);
      continue;
    }
    const address = addressOf(attribs);
    const own = address === null ? null : file(address);
    if (own !== null) placed.add(own);
    if (address !== null) attribs.src = own ?? address;
    if (attribs.poster !== undefined) attribs.poster = file(attribs.poster) ?? attribs.poster;
    // One size has to do: what is meant for other screens is not read.
    delete attribs['data-src'];
    delete attribs.srcset;
  }
  for (const element of findAll((one) => /^(?:video|audio)$/.test(one.name), document.children)) {
    // reveal.js starts a film when its slide is shown; the browser would start it with the deck.
    if (element.attribs.autoplay !== undefined) {
      delete element.attribs.autoplay;
      element.attribs['data-autoplay'] = '';
    }
    addStill(element);
  }
  for (const link of getElementsByTagName('a', document)) {
    const { href } = link.attribs;
    if (href === undefined) continue;
    const own = file(href);
    if (own !== null || isDrawnAlready(href) || isRemote(href) || /^[#?]/.test(href))
      link.attribs.href = own ?? href;
    // What was not read is not there: a link to it would lead nowhere.
    else delete link.attribs.href;
  }
  for (const element of findAll((one) => /^(?:img|video|audio)$/.test(one.name), document.children)) {
    const address = element.attribs.src ?? sourceOf(element);
    if (address === null || placed.has(address) || isDrawnAlready(address)) continue;
    const box = parseDocument(remoteBox(element.attribs.alt ?? '', address, isInLink(element)));
    for (const node of box.children) replaceElement(element, node);
  }
}

function isInLink({ parent }: Element): boolean {
  return parent !== null && isTag(parent) && (parent.name === 'a' || isInLink(parent));
}

/** Puts what stands on paper behind a film. Films of Markdown have theirs. */
function addStill(element: Element): void {
  const { attribs, parent } = element;
  const href = (attribs.src ?? sourceOf(element))?.replace(/#.*$/s, '');
  if (href === undefined || !href.startsWith('assets/')) return;
  if (parent && isTag(parent) && parent.attribs.class?.startsWith('film ')) return;
  const tag = element.name as Film['tag'];
  const label = attribs['aria-label'] ?? attribs.title ?? '';
  const film = { tag, href, label, poster: attribs.poster ?? null };
  const box = new Element('span', { class: `film film-${tag}` });
  replaceElement(element, box);
  appendChild(box, element);
  for (const node of parseDocument(still(film)).children) appendChild(box, node);
}

/** The address of a film that names it in a `<source>`. */
function sourceOf(element: Element): string | null {
  return findOne((one) => isTag(one) && one.name === 'source', element.children)?.attribs.src ?? null;
}

function isElsewhere(address: string): boolean {
  return isRemote(address) && !/^data:/i.test(address);
}
