import { expect, test } from 'vitest';
import { parseFile } from '../../../src/parse/parse-file.js';
import { rawHtmlOf } from '../../../src/parse/raw-html-of.js';
import { lostStyles } from '../../../src/render/lost-styles.js';
import { told } from '../../support/told.js';
import { source } from '../../support/written.js';

test.each([
  ['<style>h2 { color: red }</style>', []],
  ['<style>h2 { color: red; background: url(a.png) }</style>', ['css/dropped @ background: url(a.png)']],
  ['<style>\n@import "a.css";\nh2 { color: red }\n</style>', ['css/dropped @ @import "a.css";']],
  ['<p>One</p>\n<style>h2 { color: red</style>', ['css/dropped @ h']],
  ['<p style="background: url(a.png)">One</p>', []],
])('what a stylesheet in raw HTML loses is told at its place: %s', (html, said) => {
  const file = source('talk.md', `## A slide\n\n${html}\n`);
  const raw = rawHtmlOf(parseFile(file, 0).value);
  expect(raw.length).toBeGreaterThan(0);
  const found = raw.flatMap((node) => lostStyles(node));
  expect(told(found, new Map([[file.file, file.text]]))).toEqual(said);
});
