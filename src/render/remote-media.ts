import { type Document, Element, Text } from 'domhandler';
import { findAll, findOne, isTag, replaceElement } from 'domutils';
import { Parser } from 'htmlparser2';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Html, InlineHtml } from '../parse/ast.js';
import { placeInHtml } from '../parse/html-place.js';
import { isRemote } from '../parse/references.js';
import { notFetched } from './not-fetched.js';

/** Says which pictures, films and sounds of a piece of raw HTML lie elsewhere, each at its address. */
export function remoteHtml(node: Html | InlineHtml): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const address = /^(?:img|video|audio|source)$/.test(tag) ? addressOf(attributes) : null;
      if (address === null) return;
      const start = Math.max(node.html.indexOf(address, parser.startIndex), parser.startIndex);
      found.push(notFetched(address, placeInHtml(node, start, start + address.length)));
    },
  });
  parser.end(node.html);
  return found;
}

/**
 * Puts a box with the address in place of each picture, film and sound that lies elsewhere, as Markdown's pictures
 * get one: nobody would fetch it, and an empty place says nothing.
 */
export function boxRemoteMedia(document: Document): void {
  for (const element of findAll((one) => /^(?:img|video|audio)$/.test(one.name), document.children)) {
    const address = addressOf(element.attribs) ?? sourceOf(element);
    if (address === null) continue;
    const words = [element.attribs.alt ?? '', address].filter((part) => part !== '').join(' — ');
    replaceElement(element, new Element('span', { class: 'remote' }, [new Text(words)]));
  }
}

/** The address of a film that names it in a `<source>`, where none of them is a file. */
function sourceOf(element: Element): string | null {
  if (element.attribs.src !== undefined) return null;
  const source = findOne((one) => isTag(one) && one.name === 'source', element.children);
  return source && addressOf(source.attribs);
}

/** Where an element's file lies, if that is elsewhere; reveal.js calls it `data-src` when it is to load late. */
function addressOf({ src, 'data-src': late }: Readonly<Record<string, string>>): string | null {
  const address = src ?? late ?? '';
  return isRemote(address) && !/^data:/i.test(address) ? address : null;
}
