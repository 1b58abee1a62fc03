import { type Document, documentOf, type Rule, readDocument } from './pdf-ua/document.js';
import { annotationRules } from './pdf-ua/rules-annotations.js';
import { contentRules } from './pdf-ua/rules-content.js';
import { documentRules } from './pdf-ua/rules-document.js';
import { fontRules } from './pdf-ua/rules-fonts.js';
import { structureRules } from './pdf-ua/rules-structure.js';

/**
 * What a machine can ask of a PDF that follows PDF/UA-1 (ISO 14289-1), as the Matterhorn Protocol 1.1 lists it. Rules without a number
 * of its own have that of the clause.
 */
export const universalAccessRules: readonly Rule[] = [
  ...documentRules,
  ...contentRules,
  ...structureRules,
  ...annotationRules,
  ...fontRules,
];

/** The rules that a PDF breaks, one line each, with the first places: `13-004 Every figure has words …: Document 1 > Figure 2`. */
export async function brokenRules(bytes: Uint8Array): Promise<string[]> {
  return brokenIn(await readDocument(bytes));
}

export function brokenIn(document: Document): string[] {
  return universalAccessRules.flatMap(({ checkpoint, text, broken }) => {
    const places = [...new Set(broken(document))];
    if (places.length === 0) return [];
    const more = places.length > 5 ? `; ${places.length - 5} more` : '';
    return [`${checkpoint} ${text}: ${places.slice(0, 5).join('; ')}${more}`];
  });
}

export { documentOf, readDocument };
