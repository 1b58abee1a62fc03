import { pdfLib } from './pdf-lib.js';
import { attributes } from './structure-tables.js';
import { isTag, type Tag, type TagTree } from './tags.js';

/** What is a picture as a whole, marks and words in it together. */
const wholes = new Set(['Figure', 'Formula', 'Form']);

/**
 * Gives up what is mere decoration: grounds and borders of boxes, which Chromium takes for content of the box, and
 * pictures without words for those who cannot see them.
 *
 *     Code ─┬─ NonStruct ── text        Code ── NonStruct ── text
 *           └─ its ground           →
 */
export function dropDecoration(tree: TagTree): void {
  const visit = (tag: Tag) => {
    if (wholes.has(tag.role) && isSaid(tag)) return;
    const children = tag.kids.filter(isTag);
    if (tag.role === 'Figure') {
      if (children.length > 0) tree.setRole(tag, 'Div');
      else {
        tree.drop(tag);
        if (tag.parent !== null) {
          tree.setKids(
            tag.parent,
            tag.parent.kids.filter((kid) => kid !== tag),
          );
        }
        return;
      }
    }
    if (children.length > 0) tree.drop(tag);
    children.forEach(visit);
  };
  visit(tree.top);
}

/** Whether those who cannot see a picture, a formula or a tick box are told what it is. */
function isSaid({ role, dict }: Tag): boolean {
  const { PDFHexString, PDFName, PDFString } = pdfLib();
  if (role === 'Form') return true;
  const alt = dict.lookup(PDFName.of('Alt'));
  return (alt instanceof PDFString || alt instanceof PDFHexString) && alt.decodeText().trim() !== '';
}

/** What looks like a field of a form says so; anything else that Chromium takes for one is words. */
export function mendForms(tree: TagTree): void {
  const { PDFName } = pdfLib();
  for (const form of tree.all('Form')) {
    if (!attributes(form).some((one) => one.has(PDFName.of('Role')))) tree.setRole(form, 'Span');
  }
}

/** A base and the text over it; what has another shape is read as words. */
export function mendRuby(tree: TagTree): void {
  for (const ruby of tree.all('Ruby')) {
    const parts = ruby.kids.filter(isTag);
    for (const part of parts) if (!['RB', 'RT', 'RP'].includes(part.role)) tree.setRole(part, 'RB');
    if (!/^RB RT$|^RB RP RT RP$/.test(parts.map(({ role }) => role).join(' '))) tree.setRole(ruby, 'Span');
  }
  for (const tag of tree.all('RB', 'RT', 'RP')) {
    if (tag.parent?.role !== 'Ruby') tree.setRole(tag, 'Span');
  }
}
