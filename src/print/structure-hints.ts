import { pdfLib } from './pdf-lib.js';
import { isTag, type Tag, type TagTree } from './tags.js';

/** What the words of {@link hintTags} stand for. */
const roles: Readonly<Record<string, string>> = {
  formula: 'Formula',
  notes: 'Div',
  note: 'Note',
  refer: 'Reference',
  toc: 'TOC',
  toci: 'TOCI',
  list: 'L',
  label: 'Lbl',
  body: 'LBody',
};

/** Gives elements the roles that the page asked for, and their languages back. */
export function followHints(tree: TagTree): void {
  const { PDFName, PDFString } = pdfLib();
  const key = PDFName.of('Lang');
  const visit = (tag: Tag, around: string) => {
    const written = tag.dict.lookup(key);
    const lang = written instanceof PDFString ? written.decodeText() : around;
    const { real, role } = parted(lang);
    if (role !== null) {
      tree.setRole(tag, role);
      // It says how the items of a list are numbered.
      tag.dict.delete(PDFName.of('A'));
    }
    if (written !== undefined) {
      if (tag.parent !== null && (real === around || real === '')) tag.dict.delete(key);
      else tag.dict.set(key, PDFString.of(real));
    }
    if (tag.role === 'NonStruct' && tag.dict.has(key)) tree.setRole(tag, 'Span');
    for (const kid of tag.kids) if (isTag(kid)) visit(kid, real === '' ? around : real);
  };
  visit(tree.top, '');
}

/** A language, and what the page said by it: `de-x-tagnote` is a note in German. Languages of authors may have private parts too. */
function parted(lang: string): { readonly real: string; readonly role: string | null } {
  const parts = lang.split('-');
  const last = parts.pop() ?? '';
  const role = parts.includes('x') && last.startsWith('tag') ? (roles[last.slice(3)] ?? null) : null;
  if (role === null) return { real: lang, role };
  if (parts.at(-1) === 'x') parts.pop();
  return { real: parts.join('-'), role };
}
