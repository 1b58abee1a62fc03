import { type Document, Element, Text } from 'domhandler';
import { getElementsByTagName, replaceElement } from 'domutils';
import { addressOf } from '../parse/html-references.js';
import { safeHref } from './html.js';

/**
 * Puts a box in the place of every frame: its title, its address as a link, and for pages of the web a mark by which
 * the deck's own script offers to load it. Nothing is fetched before somebody asks for it.
 *
 * @param file the file beside the page that an address means, or null
 */
export function boxFrames(document: Document, file: (address: string) => string | null): void {
  for (const frame of getElementsByTagName('iframe', document)) {
    const address = addressOf(frame.attribs)?.trim() ?? '';
    const href = file(address) ?? safeHref(address);
    if (address === '' || href === null) {
      replaceElement(frame, new Element('span', {}));
      continue;
    }
    const title = frame.attribs.title?.trim() || address;
    const link = new Element('a', { href, rel: 'noopener noreferrer', target: '_blank' }, [new Text(title)]);
    const words = title === address ? [] : [new Element('small', {}, [new Text(address)])];
    const mark = isLoadable(address) ? { 'data-frame-src': address, 'data-frame-title': title } : {};
    replaceElement(frame, new Element('div', { class: 'remote frame', ...mark }, [link, ...words]));
  }
}

/** Whether a viewer may load a frame: a page of the web, over a line that nobody changes on the way. */
export function isLoadable(address: string): boolean {
  return /^https:\/\/[^/\s]/i.test(address.trim()) && URL.canParse(address.trim());
}
