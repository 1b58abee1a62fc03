import { describe, expect, test } from 'vitest';
import { walkInlines } from '../../../src/parse/walk.js';
import { parse, words } from '../../support/parsed.js';

function inlinesOf(text: string) {
  const parsed = parse(text);
  const [only] = parsed.blocks;
  if (only?.type !== 'paragraph') throw new Error(`A ${only?.type} is no paragraph.`);
  return { ...parsed, children: only.children, words: words(only.children) };
}

describe('a word is marked', () => {
  test.each([
    ['==here==', '[mark here]'],
    ['a ==b *c* d== e', 'a [mark b [em c] d] e'],
    ['*a ==b==*', '[em a [mark b]]'],
    ['(==a==), ==b==!', '([mark a]), [mark b]!'],
    ['==a `==` b==', '[mark a [code ==] b]'],
    ['==a\nb==', '[mark a\nb]'],
    ['重点==在此==处', '重点[mark 在此]处'],
    ['[==a==](b)', '[link b [mark a]]'],
    ['==[a](b)=={.c}', '[mark {.c} [link b a]]'],
  ])('%j is %j', (text, expected) => {
    expect(inlinesOf(text).words).toBe(expected);
  });

  test.each([
    'a == b == c',
    'if a==b or c==d',
    '== a==',
    '==a ==',
    '===a===',
    '====',
    '\\==a==',
    '==a',
    'a ==',
  ])('%j is text', (text) => {
    expect(inlinesOf(text).words).toBe(text.replace('\\', ''));
  });

  test('and marks in code and in raw HTML are text', () => {
    expect(inlinesOf('`==a== x^2^`').words).toBe('[code ==a== x^2^]');
    expect(inlinesOf('<code>==a== x^2^</code>').words).toBe('[html <code>][html ==a== x^2^][html </code>]');
  });
});

describe('a word is raised or lowered', () => {
  test.each([
    ['x^2^', 'x[sup 2]'],
    ['^14^C', '[sup 14]C'],
    ['H~2~O', 'H[sub 2]O'],
    ['SO~4~^2-^', 'SO[sub 4][sup 2-]'],
    ['(a+b)^n^', '(a+b)[sup n]'],
    ['*x*~i~', '[em x][sub i]'],
    ['x^*n*^', 'x[sup [em n]]'],
    ['P~a\\ cat~', 'P[sub a\u00a0cat]'],
    ['a^b\\^c^', 'a[sup b^c]'],
    ['~~CO~2~ is out~~', '[del CO[sub 2] is out]'],
    ['x^2^{.a}', 'x[sup {.a} 2]'],
    ['[x^2^](y)', '[link y x[sup 2]]'],
  ])('%j is %j', (text, expected) => {
    expect(inlinesOf(text).words).toBe(expected);
  });

  test.each([
    '^_^',
    '^C or ^V',
    'a^ b^',
    'x^2',
    '2^^3^^',
    'x\\^2\\^',
    'H\\~2\\~O',
    '5 ~ 6 ~ 7',
    '~/.kube and ~/.ssh',
  ])('%j is text', (text) => {
    expect(inlinesOf(text).words).toBe(text.replaceAll('\\', ''));
  });

  test('and tildes elsewhere strike through, as on GitHub', () => {
    expect(inlinesOf('~a~ and ~~b c~~').words).toBe('[del a] and [del b c]');
    expect(inlinesOf('(~a~)').words).toBe('([del a])');
  });
});

test('words with marks have exact places, and so has what is in them', () => {
  const { children, under } = inlinesOf('a ==b *c*== x^2^ H~2~O');
  const marks = walkInlines(children).filter((one) => one.type !== 'text');
  expect(marks.map(under)).toEqual(['==b *c*==', '*c*', '^2^', '~2~']);
});

test('where marks are switched off they are text, and tildes strike through', () => {
  const { slide } = parse('==a== x^2^ H~2~O', 0, { marks: false });
  const [only] = slide.blocks;
  expect(only?.type === 'paragraph' && words(only.children)).toBe('==a== x^2^ H[del 2]O');
});

test('a long run of openings takes no long time', () => {
  for (const text of ['==a ', '^a', 'a~b', '[^[', '==`']) expect(parse(text.repeat(5_000)).said).toEqual([]);
});
