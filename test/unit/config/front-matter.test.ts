import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/config/front-matter.js';

function parts(text: string): unknown {
  const found = splitFrontMatter(text);
  if (found.kind !== 'found') return found.kind;
  return [text.slice(found.yaml.start, found.yaml.end), text.slice(found.bodyStart)];
}

describe('front matter', () => {
  test('stands between two lines of three hyphens', () => {
    expect(parts('---\ntitle: A\n---\n# B\n')).toEqual(['title: A\n', '# B\n']);
  });

  test('may end with three dots, have blanks after its marks, and be empty', () => {
    expect(parts('---\na: 1\n...\nB')).toEqual(['a: 1\n', 'B']);
    expect(parts('---  \na: 1\n---\t\nB')).toEqual(['a: 1\n', 'B']);
    expect(parts('---\n---\nB')).toEqual(['', 'B']);
    expect(parts('---\n---')).toEqual(['', '']);
  });

  test('starts on the first line or not at all', () => {
    expect(parts('\n---\na: 1\n---\n')).toBe('none');
    expect(parts(' ---\na: 1\n---\n')).toBe('none');
    expect(parts('----\na: 1\n---\n')).toBe('none');
    expect(parts('# A\n\n---\n')).toBe('none');
    expect(parts('')).toBe('none');
  });

  test('is not closed by four hyphens, nor by indented ones', () => {
    expect(parts('---\na: 1\n----\n ---\n')).toBe('unclosed');
    expect(parts('---')).toBe('unclosed');
    expect(parts('---\n')).toBe('unclosed');
  });

  test('and what follows are the whole text but the two marks', () => {
    const line = fc.constantFrom('---', '...', '----', 'a: 1', '', '# A', '--- ');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const found = splitFrontMatter(text);
        if (found.kind !== 'found') return;
        expect(text.slice(0, found.yaml.start)).toMatch(/^---[ \t]*\n$/);
        expect(text.slice(found.yaml.end, found.bodyStart)).toMatch(/^(?:---|\.\.\.)[ \t]*\n?$/);
      }),
    );
  });
});
