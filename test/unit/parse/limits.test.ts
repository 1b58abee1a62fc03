import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/parse/limits.js';
import { parse } from '../../support/parsed.js';

/** A list, each item in the one before. */
function nestedList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
}

describe('a limit', () => {
  test('of a line is told at its start, and at it there is none', () => {
    const long = 'x'.repeat(limits.line);
    expect(parse(`a\n\n${long}`).said).toEqual([]);
    const { file, said } = parse(`a\n\n${long}x`);
    expect(file.parts).toEqual([]);
    expect(said).toEqual([`text/long-line @ ${long.slice(0, 80)}`]);
  });

  test('counts from where the Markdown starts', () => {
    const head = `---\ntitle: ${'x'.repeat(limits.line)}\n---\n`;
    expect(parse(`${head}# a`, head.length).said).toEqual([]);
  });

  test.each([
    ['quotes on a line', (depth: number) => `${'>'.repeat(depth)} a`],
    ['quotes with blanks on a line', (depth: number) => `${'> '.repeat(depth)}a`],
    ['lists on a line', (depth: number) => `${'- '.repeat(depth)}a`],
    ['lists by indentation', nestedList],
    ['`:::` blocks', (depth: number) => `${'::: tip\n'.repeat(depth)}a\n${':::\n'.repeat(depth)}`],
    [
      'quotes in blocks',
      (depth: number) =>
        `${'::: tip\n'.repeat(depth - 20)}${'> '.repeat(20)}a\n${':::\n'.repeat(depth - 20)}`,
    ],
  ])('of nesting holds for %s', (_what, nested) => {
    expect(parse(`a\n\n${nested(limits.nesting)}\n\n---\n\nb`).said).toEqual([]);
    const { said } = parse(`a\n\n${nested(limits.nesting + 1)}\n\n---\n\nb`);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^text\/too-deep @ /);
  });
});

describe('what is made to be slow or deep', () => {
  /** Inputs that hang Markdown parsers, and what those took that come with this one. */
  const inputs: readonly (readonly [string, string])[] = [
    ['strong emphasis that never closes', '*a **a '.repeat(14_000)],
    ['emphasis that never closes', '*a '.repeat(33_000)],
    ['emphasis of two kinds', '_a*_ '.repeat(20_000)],
    ['emphasis between letters', `a${'**b'.repeat(30_000)}`],
    ['emphasis of odd lengths', `${'a*'.repeat(100)}${'***b** c* '.repeat(9_000)}`],
    ['images that never close', '![[]()'.repeat(16_000)],
    ['brackets that open', '['.repeat(99_000)],
    ['brackets that close', ']'.repeat(99_000)],
    ['brackets around words', `${'['.repeat(49_000)}a${']'.repeat(49_000)}`],
    ['links in links', '[a](b'.repeat(19_000)],
    ['links with angles', '[a](<b'.repeat(16_000)],
    ['brackets before attributes', `${'['.repeat(90_000)}]{.x}`],
    ['braces', '{.a '.repeat(24_000)],
    [
      'backticks of growing length',
      Array.from({ length: 400 }, (_, count) => `a${'`'.repeat(count)}`).join(''),
    ],
    ['angles', '<'.repeat(99_000)],
    ['tags that never end', '<a href="'.repeat(10_000)],
    ['comments that never end', '<!-- a '.repeat(14_000)],
    ['declarations', '<!A '.repeat(24_000)],
    ['entities', '&'.repeat(99_000)],
    ['escapes', '\\'.repeat(99_000)],
    ['tildes', '~a'.repeat(49_000)],
    ['addresses', 'www.a_'.repeat(16_000)],
    ['mail addresses', 'a@b.'.repeat(24_000)],
    ['quotes', '> '.repeat(49_000)],
    ['quotes on lines', Array.from({ length: 2_000 }, (_, depth) => `${'>'.repeat(depth + 1)} a`).join('\n')],
    ['lists on lines', nestedList(1_000)],
    ['lists on a line', '- '.repeat(49_000)],
    ['words that go on in a list', `- a\n${'b\n'.repeat(40_000)}`],
    ['a table of many columns', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n${'|a\n'.repeat(200)}`],
    ['fences that open', '```\n~~~\n'.repeat(20_000)],
    ['blocks that open', '::: tip\n'.repeat(20_000)],
    ['blocks that close', ':::\n'.repeat(5_000)],
    ['blocks that open and lists', '::: tip\n- a\n'.repeat(3_000)],
    ['definitions', '[a]: b\n'.repeat(30_000)],
    ['definitions with titles', '[a]: b "c\n'.repeat(20_000)],
    ['words over hyphens', 'a\nb\n'.repeat(20_000)],
    ['dividers', '---\n\n'.repeat(5_000)],
    ['notes', 'Note: a\n'.repeat(10_000)],
    ['blank lines', '\n'.repeat(90_000)],
    ['tabs', '\t'.repeat(99_000)],
  ];
  const time = 150;

  test.each(inputs)('%s end in time, with slides or with an error at a place', (_what, text) => {
    const head = '# Fine\n\n';
    const { file, diagnostics, said } = parse(head + text, 0, {}, time);
    expect(said.length).toBe(diagnostics.length);
    if (file.parts.length === 0) {
      expect(
        diagnostics.map((one) => one.code).every((code) => /^text\/(?:too-slow|too-deep)$/.test(code)),
      ).toBe(true);
      expect(diagnostics[0]?.span?.start).toBeGreaterThan(0);
    }
  });

  test('too much of it is given up: the deadline is really there', () => {
    const { said } = parse(`# Fine\n\n- a\n${'b\n'.repeat(40_000)}`, 0, {}, 50);
    expect(said[0]).toMatch(/^text\/too-slow @ - a/);
  });
});
