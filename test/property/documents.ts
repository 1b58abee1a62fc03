import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../src/package-root.js';

/**
 * Texts that parsers go wrong on: lines put together from marks, and real decks with lines and characters taken
 * out, doubled and swapped. Diagrams are not among them: drawing one takes longer than all else together.
 */
const pieces = [
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '    ',
    '  ',
    '\t',
    '| a | b |',
    '| - | - |',
    '|',
    '---',
    '----',
    '***',
  ],
  ...[
    '```',
    '```js {1|2}',
    '~~~',
    ':::',
    '::::',
    '::: tip',
    '::: notes',
    ':::: columns',
    '::: {.x}',
    '::: lines 3',
  ],
  ...[
    '::: exercise',
    '::: solution',
    '::: hint',
    '::: lab',
    '::: tpi',
    'Note:',
    'notes: ',
    '  Note: ',
    '. . .',
  ],
  ...[
    '{.a}',
    '{#b k=v}',
    ' {c}',
    '{',
    '}',
    '[x]{.y}',
    '[x](y)',
    '![x](y.png)',
    '**',
    '*',
    '_',
    '`',
    '~~',
    '[',
    ']',
  ],
  ...[
    '(',
    ')',
    '<',
    '>',
    '<div>',
    '</div>',
    '<br>',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '<aside class="notes">',
  ],
  ...[
    '==',
    '^',
    '~',
    '$',
    '$$',
    '[^1]',
    '[^1]: ',
    ':rocket:',
    ': ',
    '==a==',
    'x^2^',
    'H~2~O',
    '$e^{i}$',
    '\\(',
    '\\[',
  ],
  ...[
    '&amp;',
    '&#0;',
    '\\',
    'word',
    'two words',
    '🚢',
    'ä',
    '\u00a0',
    '[a]: b',
    '[!TIP]',
    '[ ] ',
    'http://e.org',
  ],
  ...[
    '{{ a }}',
    '<%= b %>',
    '<img src=x onerror=alert(1)>',
    '" onclick="alert(1)',
    '<script>alert(1)</script>',
  ],
  ...['[x](javascript:alert(1))', '![" onerror=alert(1)](y.png)', '{title="<img src=x onerror=alert(1)>"}'],
] as const;

const line = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''));
const marks = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

/** Folders with decks of ours that are mutated. */
const decks = ['content', 'test/golden'];

/** The Markdown of our own decks; a failure where none is found. */
function realTexts(): readonly string[] {
  const texts = decks.flatMap((folder) => {
    const files = readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => file.endsWith('.md') && !file.includes('expected'))
      .sort()
      .map((file) => readFileSync(join(packageRoot(), folder, file), 'utf8'))
      .filter((text) => !/```\s*(?:mermaid|dot)/.test(text));
  });
  if (texts.length === 0) throw new Error(`No Markdown in ${decks.join(' and ')}.`);
  return texts;
}

type Change = readonly [kind: 'delete' | 'double' | 'swap' | 'cut' | 'insert', at: number, piece: string];

const change = fc.tuple(
  fc.constantFrom('delete', 'double', 'swap', 'cut', 'insert'),
  fc.nat(100_000),
  fc.constantFrom(...pieces),
) as fc.Arbitrary<Change>;

/** A real deck's text, a stretch of it, after a few changes. */
function mutated(): fc.Arbitrary<string> {
  const texts = realTexts();
  return fc
    .tuple(fc.nat(texts.length - 1), fc.nat(100_000), fc.nat(40), fc.array(change, { maxLength: 6 }))
    .map(([which, from, length, changes]) => {
      const all = (texts[which] as string).split('\n');
      const start = from % all.length;
      let lines = all.slice(start, start + length + 2);
      for (const one of changes) lines = changed(lines, one);
      return lines.join('\n');
    });
}

function changed(lines: readonly string[], [kind, at, piece]: Change): string[] {
  if (lines.length === 0) return [];
  const index = at % lines.length;
  const here = lines[index] as string;
  const column = here.length === 0 ? 0 : at % here.length;
  const next = [...lines];
  if (kind === 'delete') next.splice(index, 1);
  if (kind === 'double') next.splice(index, 0, here);
  if (kind === 'swap') next.splice(index, 2, ...next.slice(index, index + 2).reverse());
  if (kind === 'cut') next[index] = here.slice(0, column) + here.slice(column + 1);
  if (kind === 'insert') next[index] = here.slice(0, column) + piece + here.slice(column);
  return next;
}

/** What a colleague's file may say of itself. */
const nasty = [
  '"<script>alert(1)</script>"',
  "'\"><img src=x onerror=alert(1)>'",
  '"</title><svg onload=alert(1)>"',
  '"{{ title }} <%= x %>"',
  '"javascript:alert(1)"',
  '"</script><script>alert(1)</script>"',
  '"<!--"',
] as const;

const settings = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('title', 'subtitle', 'event', 'place', 'footer', 'license', 'version'), {
        minLength: 1,
      })
      .chain((keys) =>
        fc
          .tuple(...keys.map((key) => fc.constantFrom(...nasty).map((value) => `${key}: ${value}\n`)))
          .map((lines) => `---\n${lines.join('')}---\n`),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '---\ndialect: reveal\n---\n',
      '---\nseparator: "^\\\\*\\\\*\\\\*$"\nverticalSeparator: "^~~~$"\n---\n',
      '---\nrevealOptions: { transition: fade }\n---\n',
      '---\nsplit: headings\n---\n',
      '---\nmath: false\n---\n',
    ),
  },
);

/**
 * Any text: marks, changed decks, noise, with and without settings above it. Words such as `wkap3` stand at the ends of
 * its lines, to be found again.
 */
export function documents(): fc.Arbitrary<string> {
  const text = fc.oneof(
    { weight: 5, arbitrary: marks },
    { weight: 4, arbitrary: mutated() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
  return fc
    .tuple(settings, text, fc.boolean())
    .map(([above, written, told]) => above + (told ? withWords(written) : written));
}

/** Gives each third line a word that no other has; settings are no words that all see. */
function withWords(text: string): string {
  const settingsEnd = /^---\n[\s\S]*?\n---(?:\n|$)/.exec(text)?.[0].length ?? 0;
  return text.slice(0, settingsEnd).concat(wordsAtLineEnds(text.slice(settingsEnd)));
}

function wordsAtLineEnds(text: string): string {
  return text
    .split('\n')
    .map((one, index) =>
      index % 3 === 1 && !/^\s*(?:[-:|`~.={<[]|$)/.test(one) ? `${one} wkap${index}w` : one,
    )
    .join('\n');
}
