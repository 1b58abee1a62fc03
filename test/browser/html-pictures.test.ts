import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { workbookPage } from '../../src/render/products/workbook-page.js';
import { deckhand } from '../support/deckhand.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

/** As wide as a slide, and higher than what a title leaves of it. */
const large = PNG.sync.write(new PNG({ width: 1200, height: 800 }));

const img = '<img src="large.png" alt="A large one">';
const list = '- one\n- two';

test.each([
  ['on a line of its own', img],
  ['between words and a list', `Words\n\n${img}\n\n${list}`],
  ['in the middle', `<center>${img}</center>`],
  ['in a paragraph that says where it stands', `<p align="center">\n${img}\n</p>`],
  ['in an element, with words and a list', `Words\n\n<div>${img}</div>\n\n${list}`],
  ['in a link', `<a href="https://example.org">${img}</a>`],
  ['below words, with no blank line between', `Words\n![A large one](large.png)\n\n${list}`],
  ['as wide as somebody says, and no wider', `<img src="large.png" alt="A large one" width="1100">`],
])('a picture %s fits on its slide', async (_, body) => {
  const cwd = await workspace({
    'large.png': large,
    'talk.md': `---\ntitle: A talk\n---\n\n## Title\n\n${body}\n`,
  });
  const run = await deckhand(['check', 'talk.md', '--product', 'slides'], { cwd });
  expect(run).toEqual({ code: 0, stdout: 'Nothing is wrong.\n', stderr: '' });
});

test('one that is said to be higher than its slide is told', async () => {
  const body = '<div><img src="large.png" alt="A large one" style="height: 700px"></div>';
  const cwd = await workspace({
    'large.png': large,
    'talk.md': `---\ntitle: A talk\n---\n\n## Title\n\n${body}\n`,
  });
  const run = await deckhand(['check', 'talk.md', '--product', 'slides'], { cwd });
  expect(run.stderr).toContain('[slide/overflow]');
});

test('one among words keeps its shape in the workbook, and leaves room on its page', async () => {
  const { rendered } = await prepare({
    'large.png': large,
    'talk.md': `---\ntitle: A talk\n---\n\n## Title\n\nWords ![A large one](large.png)\n\n${list}\n`,
  });
  const page = await (await viewer()).newPage();
  await page.emulateMediaType('print');
  await page.goto(await onDisk(workbookPage(rendered())));
  const shown = await page.$eval('img[alt="A large one"]', (one) => {
    const { objectFit } = getComputedStyle(one);
    return { objectFit, millimetres: (one.getBoundingClientRect().height / 96) * 25.4 };
  });
  expect(shown.objectFit).toBe('contain');
  expect(shown.millimetres).toBeLessThan(89);
});
