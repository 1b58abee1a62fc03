import render from 'dom-serializer';
import { type AnyNode, type Document, type Element, isComment, isTag } from 'domhandler';
import { getAttributeValue, getElementsByTagName, hasAttrib, innerText, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import type { MediaFile } from './context.js';
import { boxFrames } from './frames.js';
import { isDrawnAlready, safeHref } from './html.js';
import { isTooDeep } from './html-depth.js';
import { allowedTags, isAllowedAttribute } from './html-policy.js';
import { placeMedia } from './remote-media.js';
import { safeStyle } from './style.js';

/** Loaded together, where there is raw HTML. */
export { lostStyles } from './lost-styles.js';
export { droppedHtml, picturesWithoutWords } from './raw-html.js';
export { remoteHtml } from './remote-media.js';

/** HTML with raw parts of the author's, made safe, and what was taken out of it for others. */
export interface CleanHtml {
  readonly html: string;
  /** `<aside class="notes">` and `data-notes`, for the speaker. */
  readonly notes: string;
  /** `<style>` sheets, to be scoped to the slides. */
  readonly css: readonly string[];
  /** Elements stand too deep in one another to be cleaned: nothing of them is here. */
  readonly tooDeep: boolean;
}

/** How raw HTML is treated. */
export interface Cleaning {
  /** `html: trusted`: scripts and handlers stay. Notes and comments leave all the same. */
  readonly trusted: boolean;
  /** The local file that a `src` means; null where it was not read. */
  readonly media: (target: string) => MediaFile | null;
}

/**
 * Cleans the final HTML of a slide that has raw HTML in it. Everything is parsed and written anew, so that nothing
 * an author left open can swallow what follows. A library decides what is safe; notes are the speaker's, whatever
 * is trusted.
 */
export function cleanHtml(html: string, cleaning: Cleaning): CleanHtml {
  const document = parseDocument(html);
  if (isTooDeep(document)) return { html: '', notes: '', css: [], tooDeep: true };
  const file = (address: string) => cleaning.media(address)?.href ?? null;
  placeMedia(document, file);
  if (!cleaning.trusted) boxFrames(document, file);
  const notes: string[] = [];
  const css: string[] = [];
  // To reveal.js every section inside of a slide is a slide of its own.
  for (const section of getElementsByTagName('section', document)) section.name = 'div';
  if (!cleaning.trusted) namePagesNothing(document);
  takeOut(document.children, notes, css, cleaning.trusted);
  const written = render(document, { encodeEntities: 'utf8', xmlMode: false });
  const clean = (text: string) => (cleaning.trusted ? text : sanitizeHtml(text, options(cleaning)));
  return { html: clean(written), notes: clean(notes.join('\n')), css, tooDeep: false };
}

/** `<title>` names a drawing; anywhere else it would name the page, and its words would be on none. */
function namePagesNothing(document: Document): void {
  for (const title of getElementsByTagName('title', document)) {
    if (!isInDrawing(title)) title.name = 'span';
  }
}

function isInDrawing(element: Element): boolean {
  for (let above = element.parent; above !== null; above = above.parent) {
    if (isTag(above) && above.name === 'svg') return true;
  }
  return false;
}

/** Removes notes, comments and style sheets from a tree, and keeps the first and the last. */
function takeOut(nodes: readonly AnyNode[], notes: string[], css: string[], trusted: boolean): void {
  for (const node of [...nodes]) {
    if (isComment(node) || node.type === 'directive') removeElement(node);
    else if (node.type === 'style' && isTag(node)) {
      css.push(innerText(node) || node.children.map((child) => ('data' in child ? child.data : '')).join(''));
      removeElement(node);
    } else if (isTag(node)) {
      const classes = (getAttributeValue(node, 'class') ?? '').split(/\s+/);
      if (node.name === 'aside' && classes.includes('notes')) {
        notes.push(render(node.children, { encodeEntities: 'utf8' }));
        removeElement(node);
        continue;
      }
      if (hasAttrib(node, 'data-notes')) {
        notes.push(`<p>${escapeText(getAttributeValue(node, 'data-notes') ?? '')}</p>`);
        delete node.attribs['data-notes'];
      }
      takeOut(node.children, notes, css, trusted);
    }
  }
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function options({ media }: Cleaning): sanitizeHtml.IOptions {
  return {
    allowedTags: [...allowedTags],
    allowedAttributes: false,
    allowVulnerableTags: false,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms', 'geo'],
    allowedSchemesByTag: { img: ['data'] },
    disallowedTagsMode: 'discard',
    // Drawings need their capitals: viewBox, linearGradient.
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
    parseStyleAttributes: false,
    transformTags: {
      '*': (given, attributes) => {
        const tag = given === given.toUpperCase() ? given.toLowerCase() : given;
        const kept: Record<string, string> = {};
        for (const [name, value] of Object.entries(attributes)) {
          const mended = mend(tag, name, value, media);
          if (mended !== null) kept[name] = mended;
        }
        if (tag === 'input') Object.assign(kept, { type: 'checkbox', disabled: '' });
        return { tagName: tag, attribs: kept };
      },
    },
  };
}

/** An attribute's value as it may stay, or null. */
function mend(tag: string, name: string, value: string, media: Cleaning['media']): string | null {
  const lower = name.toLowerCase();
  if (!isAllowedAttribute(tag, name)) return null;
  if (lower === 'style') return safeStyle(value) || null;
  if (lower === 'href') return tag === 'use' && !value.startsWith('#') ? null : safeHref(value);
  if (lower === 'src' || lower === 'poster')
    return isDrawnAlready(value) ? value : (media(value)?.href ?? null);
  if (lower === 'srcset') return null;
  if (/^data-(?:src|srcset|markdown|background.*|preview-.*|state)$/.test(lower)) return null;
  if (/url\s*\(\s*['"]?(?!#)/i.test(value) && lower !== 'title' && lower !== 'alt') return null;
  return value;
}
