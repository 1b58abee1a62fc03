import type { Inline } from './ast.js';

/** The words of inlines without their marks: for titles, alternative texts and bookmarks; footnotes are left out. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text' || child.type === 'codespan') return child.text;
      if (child.type === 'math') return child.tex;
      if (child.type === 'image') return child.alt;
      if (child.type === 'break') return ' ';
      if (child.type === 'inline-note') return '';
      return 'children' in child ? plainText(child.children) : '';
    })
    .join('');
}
