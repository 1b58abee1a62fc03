import type { LanguageFn } from 'highlight.js';
import type { Code } from '../parse/ast.js';
import type { Highlight } from './context.js';

type Module = Promise<{ readonly default: LanguageFn }>;

/**
 * The languages that are highlighted, each loaded when a deck uses it: all of highlight.js at once would cost more
 * time than building a small deck.
 */
const languages: Readonly<Record<string, () => Module>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  http: () => import('highlight.js/lib/languages/http'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  latex: () => import('highlight.js/lib/languages/latex'),
  less: () => import('highlight.js/lib/languages/less'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  properties: () => import('highlight.js/lib/languages/properties'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  vim: () => import('highlight.js/lib/languages/vim'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

/** Other names people write. */
const aliases: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  'objective-c': 'c',
  cjs: 'javascript',
  compose: 'yaml',
  console: 'shell',
  containerfile: 'dockerfile',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  json5: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  mk: 'makefile',
  pl: 'perl',
  postgresql: 'sql',
  proto: 'protobuf',
  ps1: 'powershell',
  pwsh: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  'shell-session': 'shell',
  shellsession: 'shell',
  svg: 'xml',
  tex: 'latex',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  vue: 'xml',
  yml: 'yaml',
  zsh: 'bash',
};

/** Words that ask for no colours. */
const plain: ReadonlySet<string> = new Set([
  'text',
  'txt',
  'plain',
  'plaintext',
  'output',
  'none',
  'nohighlight',
]);

/** Every name that may stand behind a fence, for hints. */
export const languageNames: readonly string[] = [
  ...Object.keys(languages),
  ...Object.keys(aliases),
  ...plain,
].sort();

/** Whether a fence of this language is known, coloured or plain. */
export function isLanguage(name: string): boolean {
  return highlighterFor(name) !== null || plain.has(name.toLowerCase());
}

/** The language of a code block: as written, else that of the file it shows; null where there is none. */
export function languageOf(code: Code): string | null {
  return code.language ?? (code.source ? languageOfFile(code.source.path) : null);
}

/** The language an ending of a file's name stands for, as `yaml` for `deploy.yml`; null for an unknown one. */
function languageOfFile(path: string): string | null {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  if (/^(?:dockerfile|containerfile)(?:\.|$)/.test(name) || name.endsWith('.dockerfile')) return 'dockerfile';
  if (name === 'makefile') return 'makefile';
  if (name.includes('nginx') && name.endsWith('.conf')) return 'nginx';
  const ending = /\.([a-z0-9]+)$/.exec(name)?.[1];
  return ending === undefined ? null : highlighterFor(ending) === null ? null : ending;
}

function highlighterFor(name: string): string | null {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(aliases, lower) ? (aliases[lower] ?? lower) : lower;
  return Object.hasOwn(languages, known) ? known : null;
}

/** Loads the languages that are named, and gives the function that colours them. */
export async function loadHighlight(names: Iterable<string>): Promise<Highlight> {
  const wanted = new Set([...names].flatMap((name) => highlighterFor(name) ?? []));
  if (wanted.size === 0) return () => null;
  const { default: core } = await import('highlight.js/lib/core');
  await Promise.all(
    [...wanted].sort().map(async (name) => {
      if (core.getLanguage(name)) return;
      const module = await languages[name]?.();
      if (module) core.registerLanguage(name, module.default);
    }),
  );
  return (text, name) => {
    const language = highlighterFor(name);
    return language === null ? null : core.highlight(text, { language, ignoreIllegals: true }).value;
  };
}
