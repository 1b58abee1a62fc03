import type { Code } from './ast.js';

/** What draws a diagram. */
export type DiagramLanguage = 'mermaid' | 'dot';

const names: Readonly<Record<string, DiagramLanguage>> = { mermaid: 'mermaid', dot: 'dot', graphviz: 'dot' };
const endings: Readonly<Record<string, DiagramLanguage>> = {
  mermaid: 'mermaid',
  mmd: 'mermaid',
  dot: 'dot',
  gv: 'dot',
};

/** The words behind a fence that make it a diagram. */
export const diagramNames: readonly string[] = Object.keys(names);

/** What draws a fence: by the word behind it, else by the ending of the file it shows; null for code. */
export function diagramLanguage({ language, source }: Code): DiagramLanguage | null {
  if (language !== null) return own(names, language);
  return source === null ? null : own(endings, /\.(\w+)$/.exec(source.path)?.[1] ?? '');
}

function own(table: Readonly<Record<string, DiagramLanguage>>, name: string): DiagramLanguage | null {
  const lower = name.toLowerCase();
  return Object.hasOwn(table, lower) ? (table[lower] ?? null) : null;
}
