import type { HLJSApi } from 'highlight.js';
import type { Code } from '../parse/ast.js';
import type { Highlight } from './context.js';
import { aliases, embedded, languages, plain } from './languages.js';

/** Every name that may stand behind a fence, for hints. */
export const languageNames: readonly string[] = [
  ...Object.keys(languages),
  ...Object.keys(aliases),
  ...plain,
].sort();

/** Whether a fence of this language is known, coloured or plain. */
export function isLanguage(name: string): boolean {
  return grammarOf(name) !== null || plain.has(name.toLowerCase());
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
  const ending = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? name;
  return grammarOf(ending) === null ? null : ending;
}

/** The name of the grammar that colours a language: `yaml` for `yml`; null where none does. */
export function grammarOf(name: string): string | null {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(aliases, lower) ? (aliases[lower] ?? lower) : lower;
  return Object.hasOwn(languages, known) ? known : null;
}

const highlighters = new Map<string, Promise<HLJSApi>>();

/** Loads the languages that are named, and gives the function that colours them. */
export async function loadHighlight(names: Iterable<string>): Promise<Highlight> {
  const wanted = new Set([...names].flatMap((name) => grammarOf(name) ?? []));
  // What is called a shell's may be a session or a script.
  if (wanted.has('console')) wanted.add('bash');
  const loaded = new Map<string, HLJSApi>();
  for (const name of [...wanted].sort()) {
    const highlighter = highlighters.get(name) ?? highlighterFor(name);
    highlighters.set(name, highlighter);
    loaded.set(name, await highlighter);
  }
  if (loaded.size === 0) return () => null;
  const { hasPrompt } = wanted.has('console')
    ? await import('./grammars/console.js')
    : { hasPrompt: () => true };
  return (text, name) => {
    if (isBeyond(text)) return null;
    const known = grammarOf(name);
    const language = known === 'console' && !hasPrompt(text) ? 'bash' : known;
    const highlighter = language === null ? undefined : loaded.get(language);
    if (language === null || !highlighter) return null;
    return highlighter.highlight(text, { language, ignoreIllegals: true }).value;
  };
}

/**
 * highlight.js takes half a minute for a line of 100,000 letters, as its patterns look at each again and again. What no
 * slide can show keeps no build.
 */
function isBeyond(text: string): boolean {
  return text.length > 100_000 || /[^\n]{2000}/.test(text);
}

/**
 * A highlighter that knows one language and those inside it. One for all would colour a block by what else was built
 * before it: highlight.js looks in what it has for languages inside others.
 */
async function highlighterFor(name: string): Promise<HLJSApi> {
  const { default: core } = await import('highlight.js/lib/core');
  const highlighter = core.newInstance();
  for (const one of withEmbedded(name)) {
    const module = await languages[one]?.();
    if (module) highlighter.registerLanguage(one, module.default);
  }
  return highlighter;
}

function withEmbedded(name: string, found: readonly string[] = []): readonly string[] {
  if (found.includes(name)) return found;
  return (embedded[name] ?? []).reduce<readonly string[]>(
    (all, one) => withEmbedded(one, all),
    [...found, name],
  );
}
