import serialize from 'dom-serializer';
import { Element, Text } from 'domhandler';
import { append, appendChild, findAll, innerText, removeElement, replaceElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Words } from '../../theme/words.js';

/** An address that is too long to stand among words. */
export interface NumberedLink {
  readonly number: number;
  readonly href: string;
}

/** The longest address that stands right behind the words it belongs to. */
const short = 60;

/** Links of one chapter on paper: short addresses stand in brackets, long ones in a list at its end. */
export class PaperLinks {
  readonly #targets: ReadonlySet<string>;
  readonly #words: Words;
  readonly #numbered: NumberedLink[] = [];

  /** @param targets ids of everything in the document that links may lead to */
  constructor(targets: ReadonlySet<string>, words: Words) {
    this.#targets = targets;
    this.#words = words;
  }

  get list(): readonly NumberedLink[] {
    return this.#numbered;
  }

  /** HTML whose links say where they lead to those who cannot click. */
  readonly spelled = (html: string): string => {
    if (!html.includes('<a ')) return html;
    const document = parseDocument(html);
    for (const link of findAll((one) => one.name === 'a', document.children)) {
      const { href } = link.attribs;
      if (href === undefined) continue;
      if (href.startsWith('#')) this.#inside(link, decoded(href.slice(1)));
      else if (/^(?:https?|mailto|tel):/i.test(href)) this.#outside(link, href);
      // A file beside the deck is not beside the paper.
      else unlink(link);
    }
    return serialize(document, { encodeEntities: 'utf8', selfClosingTags: false });
  };

  #inside(link: Element, id: string): void {
    if (link.attribs.role === 'doc-noteref' || link.attribs.role === 'doc-backlink') return;
    if (!this.#targets.has(id)) {
      unlink(link);
      return;
    }
    const number = new Element('span', { 'data-page-of': id });
    const words = new Text(` (${this.#words.page.toLowerCase()} `);
    append(link, new Element('span', { class: 'page-of' }, [words, number, new Text(')')]));
  }

  #outside(link: Element, href: string): void {
    const address = shown(href);
    const words = innerText(link).trim();
    if (words === '' && findAll((one) => one.name === 'img' || one.name === 'svg', link.children).length > 0)
      return;
    if (folded(words) === folded(address)) return;
    if (address.length < short) {
      append(link, new Element('span', { class: 'address' }, [new Text(` (${address})`)]));
      return;
    }
    const known = this.#numbered.find((one) => one.href === href);
    const number = known?.number ?? this.#numbered.length + 1;
    if (!known) this.#numbered.push({ number, href });
    appendChild(link, new Element('sup', { class: 'link-mark' }, [new Text(`[${number}]`)]));
  }
}

/** An address as people write it down. */
function shown(href: string): string {
  return href.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/^([^/?#]+)\/$/, '$1');
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');
}

function unlink(link: Element): void {
  // What stands for a film has its look from its class.
  const look = link.attribs.class;
  const words = new Element('span', look === undefined ? {} : { class: look }, link.children);
  replaceElement(link, words);
  removeElement(link);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
