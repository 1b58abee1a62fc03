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

/** Code that is to be coloured: its language as its author wrote it. */
export interface Program {
  readonly language: string;
  readonly text: string;
}

/** Loads the languages that programs are written in, and those inside them, and gives the function that colours them. */
export async function loadHighlight(programs: Iterable<Program>): Promise<Highlight> {
  /** By grammar: whether other languages may stand in what it colours. */
  const wanted = new Map<string, boolean>();
  for (const { language, text } of programs) {
    const grammar = grammarOf(language);
    if (grammar !== null) wanted.set(grammar, (wanted.get(grammar) ?? false) || mayEmbed(grammar, text));
  }
  // What is called a shell's may be a session or a script.
  if (wanted.has('console')) wanted.set('bash', true);
  // All at once: one after the other each waits for its file.
  const loaded = new Map(
    await Promise.all(
      [...wanted].map(async ([name, embeds]) => {
        const key = `${name} ${embeds}`;
        const highlighter = highlighters.get(key) ?? highlighterFor(name, embeds);
        highlighters.set(key, highlighter);
        return [name, await highlighter] as const;
      }),
    ),
  );
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

const longLine = 2000;

/**
 * highlight.js takes half a minute for a line of 100,000 letters, as its patterns look at each again and again. What no
 * slide can show keeps no build.
 */
function isBeyond(text: string): boolean {
  return (
    text.length >= longLine &&
    (text.length > 100_000 || text.split('\n').some((line) => line.length >= longLine))
  );
}

/**
 * A highlighter that knows one language and those inside it. One for all would colour a block by what else was built
 * before it: highlight.js looks in what it has for languages inside others.
 */
async function highlighterFor(name: string, embeds: boolean): Promise<HLJSApi> {
  const names = embeds ? withEmbedded(name) : [name];
  const [{ default: core }, ...modules] = await Promise.all([
    import('highlight.js/lib/core'),
    ...names.map((one) => languages[one]?.()),
  ]);
  const highlighter = core.newInstance();
  modules.forEach((module, index) => {
    if (module) highlighter.registerLanguage(names[index] ?? '', module.default);
  });
  return highlighter;
}

/** JavaScript seldom has others in it, and loading HTML, CSS and GraphQL takes as long as all the rest of a small deck. */
function mayEmbed(grammar: string, text: string): boolean {
  if (grammar !== 'javascript' && grammar !== 'typescript') return true;
  return /(?:html|css|gql)`|<[\w.:>-]/.test(text);
}

function withEmbedded(name: string, found: readonly string[] = []): readonly string[] {
  if (found.includes(name)) return found;
  return (embedded[name] ?? []).reduce<readonly string[]>(
    (all, one) => withEmbedded(one, all),
    [...found, name],
  );
}
