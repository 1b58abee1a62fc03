import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { templateHelpers } from '../../../src/theme/template-helpers.js';

const handlebars = Handlebars.create();
handlebars.registerHelper(templateHelpers);
const fill = (template: string, view: object) => handlebars.compile(template, { strict: true })(view);

test('words in a CSS string can end neither the string, nor the rule, nor the style element', () => {
  const css = fill('content:"{{cssString words}}"', { words: '"} </style><b>\\ &\n Ü' });
  expect(css).toBe('content:"\\22 \\7d  \\3c \\2f style\\3e \\3c b\\3e \\5c  \\26 \\a  \\dc "');
});

test('no words are an empty CSS string', () => {
  expect(fill('"{{cssString words}}"', { words: null })).toBe('""');
});

test('a block is repeated as often as is asked for', () => {
  expect(fill('{{#times lines}}<i></i>{{/times}}', { lines: 3 })).toBe('<i></i><i></i><i></i>');
  expect(fill('{{#times lines}}<i></i>{{/times}}', { lines: 0 })).toBe('');
});

test('a title says how long it is and how long its longest word, markup and soft hyphens aside', () => {
  const titleHtml = 'Don&#39;t <em class="x">con\u00adtainerize</em> twice';
  expect(fill('{{lettersOf titleHtml}}', { titleHtml })).toBe('--letters:25;--longest:9');
});

test('letters of Chinese and Japanese take the room of two, and a line may end behind each of them', () => {
  expect(fill('{{lettersOf titleHtml}}', { titleHtml: '容器 in Docker' })).toBe('--letters:14;--longest:6');
});
