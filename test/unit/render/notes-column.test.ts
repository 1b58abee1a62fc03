import { describe, expect, test } from 'vitest';
import { isLong, withoutSolutions } from '../../../src/render/book/notes-column.js';

const line = 'words that fill the line beside the picture well, ';
const paragraph = (lines: number) => `<p>${line.repeat(lines)}</p>`;

describe('notes beside a slide', () => {
  test('are long when they fill more than half a page', () => {
    expect(isLong(paragraph(20))).toBe(false);
    expect(isLong(paragraph(30))).toBe(true);
  });

  test('are measured in boxes and lists as well', () => {
    expect(isLong(`<div class="block guide"><ul><li>${line.repeat(30)}</li></ul></div>`)).toBe(true);
    expect(isLong(`<ul>${'<li>one</li>'.repeat(30)}</ul>`)).toBe(true);
  });

  test('take the room between paragraphs, and each line of code', () => {
    expect(isLong('<p>one</p>'.repeat(15))).toBe(false);
    expect(isLong('<p>one</p>'.repeat(17))).toBe(true);
    expect(isLong(`<pre><code>${'x\n'.repeat(30)}</code></pre>`)).toBe(true);
  });

  test('are not long where there are none', () => {
    expect(isLong('')).toBe(false);
  });
});

describe('solutions among notes', () => {
  const solution = (words: string) => `<div class="block solution">\n<p>${words}</p>\n</div>`;

  test('go where they stand below the slide, and stay where they do not', () => {
    const html = `<p>Say it.</p>\n${solution('one')}\n${solution('two')}`;
    expect(withoutSolutions(html, [true, false])).toBe(`<p>Say it.</p>\n\n${solution('two')}`);
  });

  test('stay inside of boxes', () => {
    const html = `<div class="block guide">${solution('inner')}</div>${solution('own')}`;
    expect(withoutSolutions(html, [true])).toBe(`<div class="block guide">${solution('inner')}</div>`);
  });

  test('leave the rest as it is written', () => {
    const html = '<p>Ropes &amp; “knots”, ein Tau für dich<br></p>';
    expect(withoutSolutions(html, [])).toBe(html);
    expect(withoutSolutions(`${html}${solution('x')}`, [true])).toBe(html);
  });
});
