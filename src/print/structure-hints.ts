import { pdfLib } from './pdf-lib.js';
import { isTag, type Tag, type TagTree } from './tags.js';

/** What the page said of an element in its language: see {@link hintTags}. */
const hinted = /^(?:(.*?)-)?x-tag(\w+)$|^(.*-x-.*)-tag(\w+)$/;

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
    const [, plain, word, own, ownWord] = hinted.exec(lang) ?? [];
    const hint = word ?? ownWord;
    const real = hint === undefined ? lang : (plain ?? own ?? '');
    if (hint !== undefined) {
      const role = roles[hint];
      if (role === undefined) throw new Error(`There is no tag for the hint \`${hint}\`.`);
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
