import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { loadWords } from '../../../src/theme/words.js';

const templates = join(packageRoot(), 'templates');
const languages = readdirSync(join(templates, 'words')).map((file) => file.replace('.yaml', ''));
const place = { file: 'deck.yaml', start: 0, end: 2 };

test.each(languages)('%s has every word, and none is empty', (language) => {
  const { value, diagnostics } = loadWords(language, templates, place);
  expect(diagnostics).toEqual([]);
  const words = (all: object): readonly string[] =>
    Object.values(all).flatMap((one) => (typeof one === 'string' ? [one] : words(one)));
  expect(words(value).length).toBeGreaterThan(100);
  expect(words(value).filter((word) => word.trim() === '')).toEqual([]);
});

test('a region takes the words of its language', () => {
  expect(loadWords('de-AT', templates, place)).toEqual(loadWords('de', templates, place));
});

test('a language without words gets English ones and a warning where it was named', () => {
  const { value, diagnostics } = loadWords('eo', templates, place);
  expect(value).toEqual(loadWords('en', templates, place).value);
  expect(diagnostics).toMatchObject([{ code: 'theme/no-words', severity: 'warning', span: place }]);
});

test.each(['../words/en', '', '-', '/etc/passwd'])('%j leads to no file', (language) => {
  expect(loadWords(language, templates, place).diagnostics).toHaveLength(1);
});
