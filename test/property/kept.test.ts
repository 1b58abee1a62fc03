import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/load/discover.js';
import { packageRoot } from '../../src/package-root.js';
import { ownGrammar } from '../../src/parse/grammar.js';
import { parseFile } from '../../src/parse/parse-file.js';
import { reparse } from '../../src/parse/reparse.js';
import { newKept } from '../../src/pipeline/keeping.js';
import { nothingKept } from '../../src/pipeline/kept.js';
import { prepareDeck } from '../../src/pipeline/prepare.js';
import { noBrowser } from '../support/no-browser.js';
import { workspace } from '../support/workspace.js';

/** What an author types in the middle of something, the worst of it included. */
const snippets = fc.constantFrom(
  '',
  'x',
  'words ',
  '\n',
  '\n\n---\n\n',
  '\n----\n',
  '```\n',
  '~~~~\n',
  ':::\n',
  '::: guide\nsay\n:::\n',
  '<!--',
  '-->',
  '<div>',
  '</div>\n',
  '$$\n',
  '> ',
  '    ',
  '- a\n',
  '## Title {time=2m}\n',
  '# Part\n',
  'Note: said\n',
  '{.x}\n',
  '[a]: https://example.org\n',
  'Note: [a]: https://example.org\n',
  '- [ ] [a]: https://example.org\n',
  '[a',
  ']: https://example.org\n',
  '[a]',
  '[^1]',
  '[^1]: note\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '<script>',
  'a\n: b\n',
);

/** Slides that stand for themselves, as most do. */
const slides = fc.constantFrom(
  '## Two\n\n- one\n- two **bold** `code`\n\n  more',
  '# Part\n\nWords, [linked](https://example.org).\n\nNote: Say it.',
  '## Code {time=2m}\n\n```js\nconst a = 1;\n\n---\n```',
  '::: warning\nMind the gap.\n:::\n\n> quoted\n> words',
  '| a | b |\n|---|---|\n| 1 | 2 |\n{.wide}',
  '## Solved\n\n::: solution\n42\n:::\n\n1. first\n2. second\n',
  'Words <b>with HTML</b>\n\n<div class="x">\n\nin it\n\n</div>',
);

const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), snippets), {
  minLength: 1,
  maxLength: 6,
});

describe('what is kept from one reading to the next', () => {
  test('gives the same slides as reading the whole file, whatever is typed where', () => {
    let used = 0;
    fc.assert(
      fc.property(fc.array(slides, { minLength: 3, maxLength: 8 }), edits, (texts, typed) => {
        let text = texts.join('\n\n---\n\n');
        let before = { text, from: 0, read: read(text), isPlain: false };
        for (const [where, removed, added] of typed) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + added + text.slice(at + removed);
          const whole = read(text);
          const again = reparse(source(text), 0, ownGrammar, null, before);
          if (again !== null) {
            used += 1;
            expect({ value: again, diagnostics: [] }).toEqual(whole);
          }
          before = {
            text,
            from: 0,
            read: again === null ? whole : { value: again, diagnostics: [] },
            isPlain: again !== null,
          };
        }
      }),
      { numRuns: 600, seed: 1, endOnFailure: true },
    );
    expect(used).toBeGreaterThan(50);
  });

  test('and the same HTML for every slide of the tour, edited everywhere', async () => {
    const folder = join(packageRoot(), 'content', 'tour');
    const name = 'tour';
    const cwd = await workspace();
    const { cp } = await import('node:fs/promises');
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await cp(folder, join(cwd, name), { recursive: true });
    const kept = newKept();
    const files = await modules(cwd, name);
    let tried = 0;
    for (const file of files) {
      const original = readFileSync(file, 'utf8');
      const lines = original.split('\n');
      const places = lines.flatMap((line, at) => (/^(?:[-*] )?[A-Za-z][\w ,.]{12,}$/.test(line) ? at : []));
      for (const at of places.filter((_, index) => index % 9 === 0)) {
        const edited = lines.map((line, index) => (index === at ? `${line} edited` : line));
        writeFileSync(file, edited.join('\n'));
        expect(await drawn(cwd, name, kept), `${file}:${at}`).toEqual(await drawn(cwd, name, nothingKept));
        tried += 1;
      }
      writeFileSync(file, original);
    }
    expect(tried).toBeGreaterThan(5);
  });
});

function source(text: string) {
  return { file: 'talk.md', path: '/talk.md', root: '/', text };
}

function read(text: string) {
  return parseFile(source(text), 0, ownGrammar);
}

async function modules(cwd: string, name: string): Promise<readonly string[]> {
  const { value } = await discover([name], { cwd });
  return value.decks.flatMap((deck) =>
    [deck.main, ...deck.modules.values()].flatMap((one) => one?.source.path ?? []),
  );
}

async function drawn(cwd: string, name: string, kept: Parameters<typeof prepareDeck>[5]): Promise<unknown> {
  const { value } = await discover([name], { cwd });
  const [deck] = value.decks;
  if (!deck) throw new Error('There is no deck.');
  const { editions, diagnostics } = await prepareDeck(deck, undefined, {}, cwd, noBrowser, kept);
  return {
    diagnostics,
    slides: editions.map((one) =>
      one.slides.map(({ slide, ...rest }) => ({
        id: slide.id,
        span: slide.span,
        ...rest,
        assets: rest.assets.map(({ path }) => path),
        paperAssets: 0,
        notesAssets: 0,
      })),
    ),
  };
}
