import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Block, noAttributes } from '../../../src/parse/ast.js';
import { blocksOf, have, inlinesOf, type Kind, walkAttributes } from '../../../src/parse/kinds.js';
import { shifted } from '../../../src/parse/shifted.js';
import { childInlines, walkBlocks, walkInlines } from '../../../src/parse/walk.js';
import { parse } from '../../support/parsed.js';

const tour = readdirSync('content/tour', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const slides = tour.flatMap((name) => parse(readFileSync(join('content/tour', name), 'utf8')).slides);
const kinds: readonly Kind[] = [
  ...(['code', 'container', 'definition-list', 'html', 'math-block'] as const),
  ...(['image', 'inline-html', 'inline-note', 'link', 'math', 'note-reference'] as const),
];

const all = (blocks: readonly Block[]) =>
  walkBlocks(blocks).flatMap((block) => [block, ...walkInlines(childInlines(block))]);

describe('what is somewhere in blocks', () => {
  test('is what a walk through all of them comes by, on every slide of the tour', () => {
    const seen = new Set<Kind>();
    for (const { blocks } of slides) {
      for (const kind of kinds) {
        const there = all(blocks).filter(({ type }) => type === kind);
        if (there.length > 0) seen.add(kind);
        expect(have(blocks, kind)).toBe(there.length > 0);
        expect([...blocksOf(blocks, kind as 'code'), ...inlinesOf(blocks, kind as 'link')]).toEqual(there);
      }
    }
    expect([...seen].sort()).toEqual([...kinds].sort());
  });

  test('is found by any of several kinds', () => {
    const { blocks } = parse('a [link](b.html)');
    expect(have(blocks, 'image', 'link')).toBe(true);
    expect(have(blocks, 'image', 'code')).toBe(false);
    expect(have(blocks)).toBe(false);
  });

  test('has attributes wherever somebody wrote some: on blocks, items, terms, cells and words', () => {
    const written = [
      'words {.a}',
      '- one {.a}\n- two',
      '> *word*{.a}',
      'Term {.a}\n: What it is',
      '| a | b |\n| --- | --- |\n| c {.a} | d |',
      '::: tip {.a}\nwords\n:::',
    ];
    for (const text of written) {
      const { blocks } = parse(text);
      expect([have(blocks, 'attributes'), walkAttributes(blocks).length], text).toEqual([true, 1]);
    }
    const { blocks } = parse('words\n\n- one\n\n| a |\n| --- |\n| b |');
    expect(have(blocks, 'attributes')).toBe(false);
    expect(blocks.every(({ attributes }) => attributes === noAttributes)).toBe(true);
  });

  test('is all there in a copy that stands further down, and that is as it was once it is moved back', () => {
    for (const slide of slides) {
      const moved = shifted([slide], 7);
      expect(moved).not.toEqual([slide]);
      expect(shifted(moved, -7)).toEqual([slide]);
    }
    const { slide } = parse('```yaml {2|all}\na: 1\nb: 2\n```');
    expect(shifted(shifted([slide], 7), -7)).toEqual([slide]);
  });

  test('is the same in a copy that stands further down', () => {
    for (const slide of slides) {
      const [copy] = shifted([slide], 7);
      for (const kind of kinds) expect(have(copy?.blocks ?? [], kind)).toBe(have(slide.blocks, kind));
    }
  });
});
