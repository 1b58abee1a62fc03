import { expect, test } from 'vitest';
import { readFlags } from '../../../src/commands/flags.js';

test('flags become options, and what was not given is not there', () => {
  expect(readFlags([], {}).value).toEqual({ options: {}, format: 'text' });
  const { value, diagnostics } = readFlags(['a.md'], {
    out: 'site',
    product: ['Deck', ' slides', 'deck'],
    handout: '6',
    paper: 'Letter',
    public: true,
    format: 'json',
  });
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    format: 'json',
    options: {
      paths: ['a.md'],
      out: 'site',
      products: ['deck', 'slides'],
      handout: 6,
      paper: 'letter',
      publicOnly: true,
    },
  });
});

test('every value that cannot be is told', () => {
  const { diagnostics } = readFlags([], { product: ['dekc', 'x'], handout: '5', paper: '', dialect: 'marp' });
  expect(diagnostics.map((one) => one.hint)).toEqual([
    'Did you mean `deck`?',
    expect.stringMatching(/^It takes deck, /),
    'It takes 1, 2, 3, 4, 6, 9.',
    'It takes a4, letter.',
    'It takes deckhand, reveal.',
  ]);
});

test('a name that only objects know is no value', () => {
  expect(readFlags([], { paper: 'constructor' }).diagnostics).toHaveLength(1);
});
