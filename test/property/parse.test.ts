import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/diagnostics/source.js';
import type { Block, ParsedFile } from '../../src/parse/ast.js';
import { ownGrammar, revealGrammar } from '../../src/parse/grammar.js';
import { lexing } from '../../src/parse/lex.js';
import { childBlocks, childInlines, walkBlocks, walkInlines } from '../../src/parse/walk.js';
import { type Parsed, parse } from '../support/parsed.js';

/** Pieces of lines that mean something, and some that do not; joined at random they hit most of the parser. */
const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '>',
    '    ',
    '  ',
    '\t',
    '| a | b |',
    '| - | - |',
    '|',
    '---',
    '----',
    '***',
    '===',
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
    '::: tpi',
  ],
  ...[
    '::: include a.md',
    'Note:',
    'notes: ',
    '  Note: ',
    '. . .',
    '{.a}',
    '{#b k=v}',
    ' {c}',
    '{',
    '}',
    '[x]{.y}',
    '[x](y)',
    '![x](y.png)',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '~~',
    '~',
    '^',
    '==',
    '$',
    '$$',
    '$x$',
    '```math',
    '[^a]',
    '[^a]: ',
    '^[',
    ': ',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '<div>',
    '</div>',
    '<br>',
    '<!--',
    '-->',
    '<!-- slide: hidden -->',
  ],
  ...[
    '<pre>',
    '</pre>',
    '<aside class="notes">',
    '&amp;',
    '\\',
    '|',
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
);
const line = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const markdown = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
const anything = fc.oneof(
  { weight: 4, arbitrary: markdown },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const runs = { numRuns: 300 };

function blocksOf(file: ParsedFile): Block[] {
  return file.parts.flatMap((part) => (part.type === 'slide' ? [...part.blocks, ...part.notes] : []));
}

/** Everything that has a place. */
function spansOf({ file, diagnostics }: Parsed): Span[] {
  const spans: Span[] = file.parts.map((part) => part.span);
  const footnotes = file.footnotes.map(({ note }) => note);
  spans.push(...footnotes.map((note) => note.labelSpan));
  for (const block of walkBlocks([...blocksOf(file), ...footnotes])) {
    if (block.type === 'definition-list') {
      for (const { terms, definitions } of block.entries)
        spans.push(...[...terms, ...definitions].map((one) => one.span));
    }
    spans.push(block.span, ...block.attributes.pairs.map((pair) => pair.span));
    if (block.type === 'list') spans.push(...block.items.map((item) => item.span));
    for (const inline of walkInlines(childInlines(block))) {
      spans.push(inline.span, ...inline.attributes.pairs.map((pair) => pair.span));
    }
  }
  for (const one of diagnostics) {
    if (one.span) spans.push(one.span);
    spans.push(...one.related.map((related) => related.span));
  }
  return spans;
}

function expectInOrder(spans: readonly Span[], within: Span): void {
  let at = within.start;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeLessThanOrEqual(within.end);
    at = span.end;
  }
}

describe('whatever is parsed', () => {
  test('does not throw, and every place lies inside the file', () => {
    fc.assert(
      fc.property(anything, fc.nat(20), (text, head) => {
        const from = Math.min(head, text.length);
        for (const { start, end } of spansOf(parse(text, from))) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs,
    );
  });

  test('has its slides and top blocks one after the other', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { file } = parse(text);
        expectInOrder(
          file.parts.map((part) => part.span),
          { file: 'talk.md', start: 0, end: text.length },
        );
        for (const part of file.parts) {
          if (part.type === 'slide') {
            expectInOrder(
              [...part.blocks, ...part.notes].map((block) => block.span),
              part.span,
            );
          }
        }
      }),
      runs,
    );
  });

  test('has its slides one after the other in the dialect of reveal.js, and says nothing outside of the file', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { file, diagnostics } = parse(text, 0, revealGrammar);
        const whole = { file: 'talk.md', start: 0, end: text.length };
        expectInOrder(
          file.parts.map((part) => part.span),
          whole,
        );
        for (const { span } of diagnostics) {
          expect(span && span.start >= 0 && span.end >= span.start && span.end <= text.length).toBe(true);
        }
      }),
      runs,
    );
  });

  test('has blocks inside `:::` at the top one after the other, inside it', () => {
    const expectInside = (block: Block): void => {
      if (block.type !== 'container') return;
      expectInOrder(
        childBlocks(block).map((child) => child.span),
        block.span,
      );
      for (const child of childBlocks(block)) expectInside(child);
    };
    fc.assert(
      fc.property(anything, (text) => {
        for (const block of blocksOf(parse(text).file)) expectInside(block);
      }),
      runs,
    );
  });

  test('is cut into tokens whose lengths add up to the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const [tokens = []] = lexing(text, [{ start: 0, end: text.length }], ownGrammar).run();
        expect(tokens.reduce((sum, token) => sum + token.raw.length, 0)).toBe(text.length);
      }),
      runs,
    );
  });

  test('gives the same twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parse(text).file).toEqual(parse(text).file);
      }),
      { numRuns: 50 },
    );
  });

  test('gives the text back: slides and what divides them', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { file, said } = parse(text);
        // Footnotes are kept beside the slides; where nothing else stood no slide is left.
        const rest = file.footnotes.reduce(
          (left, { note: { span } }) =>
            left.slice(0, span.start) + ' '.repeat(span.end - span.start) + left.slice(span.end),
          text,
        );
        let at = 0;
        for (const { span } of file.parts) {
          expectOnlyDividers(rest.slice(at, span.start), said);
          at = span.end;
        }
        expectOnlyDividers(rest.slice(at), said);
      }),
      runs,
    );
  });
});

/** Between slides stand dividers, comments and definitions, and what empty slides were made of; nothing with words. */
function expectOnlyDividers(between: string, said: readonly string[]): void {
  if (said.some((one) => /^(?:block|comment|text)\//.test(one))) return;
  const rest = between
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^ {0,3}-{3,4}[ \t]*$/gm, '')
    .replace(/^.*\[a\]: *b.*$/gm, '');
  expect(rest).not.toMatch(/word|two words|🚢|ä/);
}

describe('words', () => {
  const plain = fc.stringMatching(/^w[a-z]{5,8}$/);

  test('are on a slide, in its notes or below a diagnostic, never lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, plain), { minLength: 1, maxLength: 8 }), (lines) => {
        const text = lines.map(([before, word]) => `${before} ${word}`).join('\n');
        const { file, diagnostics } = parse(text);
        const kept = JSON.stringify(file);
        for (const [, word] of lines) {
          const at = text.indexOf(word);
          const hidden = [...text.matchAll(/<!--[\s\S]*?-->/g), ...text.matchAll(/^.*\[a\]: *b.*$/gm)];
          const told = diagnostics.some(({ span, severity }) => {
            if (!span) return false;
            const [from, to] = [lineOf(text, span.start), lineOf(text, at)];
            return severity === 'error' ? from <= to : from === to;
          });
          const meant = hidden.some((one) => one.index <= at && at < one.index + one[0].length);
          if (!told && !meant) expect(kept, JSON.stringify(text)).toContain(word);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('after a top-level `Note:` are in no block of the slide', () => {
    const calm = fc.constantFrom(
      'words',
      '- item',
      '> quote',
      '# head',
      '| a |\n| - |',
      '```\ncode\n```',
      '::: tip\nx\n:::',
      '<br>',
      '1. one\n   two',
      '***',
      '<div>\nx',
    );
    const mark = fc.constantFrom('Note:', 'notes:', '  NOTE:', '\tNote:', '    Notes:');
    const gap = fc.constantFrom('\n', '\n\n', '\n\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(calm, gap), { maxLength: 5 }), mark, (blocks, note) => {
        const { slide } = parse(`start\n\n${blocks.flat().join('')}\n${note} secret\nsecret\n\n- secret`);
        expect(JSON.stringify(slide.blocks)).not.toContain('secret');
        expect(JSON.stringify(slide.notes)).toContain('secret');
      }),
      runs,
    );
  });
});

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

test('text cut by dividers has as many slides, with exactly the text between them', () => {
  const body = fc.constantFrom(
    'a',
    '# b\n\nc',
    '- d\n- e',
    '> f',
    '```\n---\n```',
    '::: tip\ng\n:::',
    '| h |\n| - |\n| i |',
    'j\n\nNote: k',
    '<div>\n---\n</div>',
  );
  const divider = fc.constantFrom('\n\n---\n\n', '\n\n----\n\n', '\n\n ---  \n', '\n\n----\t\n\n');
  fc.assert(
    fc.property(body, fc.array(fc.tuple(divider, body), { maxLength: 8 }), (first, more) => {
      const { slides, under, said } = parse(first + more.flat().join(''));
      expect(slides.map(under)).toEqual([first, ...more.map(([, text]) => text)]);
      expect(slides.map((slide) => slide.below)).toEqual([
        false,
        ...more.map(([mark]) => mark.includes('----')),
      ]);
      expect(said).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
