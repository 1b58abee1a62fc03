import { describe, expect, test } from 'vitest';
import { newTypesetter } from '../../../src/render/katex.js';
import { mathOnPaper, type Typeset } from '../../../src/render/math.js';
import { mathCss } from '../../../src/render/math-css.js';

function typeset(tex: string, display = false): Typeset {
  const made = newTypesetter()(tex, display);
  if (made.kind !== 'typeset') throw new Error(made.message);
  return made;
}

describe('a formula', () => {
  test('is as wide as what is in it', () => {
    expect(typeset('1').width).toBeCloseTo(0.5, 2);
    expect(typeset('123').width).toBeCloseTo(1.5, 2);
    expect(typeset('\\frac{1}{123456}').width).toBeLessThan(typeset('1 + 123456').width);
    expect(typeset('\\begin{aligned} 1 \\\\ 12345678 \\end{aligned}', true).width).toBeCloseTo(4, 1);
  });

  test('is told of where its typesetter gives up in confusion', () => {
    const tex = '\\begin{aligned$e^{i}$}\n\\begin{aligned}\nx &= y';
    expect(newTypesetter()(tex, true)).toMatchObject({ kind: 'broken', at: null });
  });

  test('that cannot be read is told with the place in it', () => {
    expect(newTypesetter()('a + \\fra', false)).toMatchObject({ kind: 'broken', at: 4, length: 4 });
    expect(newTypesetter()('a ☃', false)).toMatchObject({ kind: 'broken', at: 2 });
    expect(newTypesetter()('{'.repeat(100_000), false).kind).toBe('broken');
  });

  test('reaches nothing outside of it, whatever it says', () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{http://example.org}',
      '\\includegraphics{http://example.org/x.png}',
      '\\htmlStyle{background: url(//x)}{y}',
      '\\htmlClass{slide}{y}',
      '\\def\\a{\\a\\a}\\a',
    ])
      expect(newTypesetter()(tex, false).kind, tex).toBe('broken');
    expect(typeset('\\text{<script>alert(1)</script>}').html).not.toContain('<script');
  });

  test('defines commands for those that follow, and for no other typesetter', () => {
    const one = newTypesetter();
    expect(one('\\newcommand{\\ship}{s}\\ship', false).kind).toBe('typeset');
    expect(one('\\ship', false).kind).toBe('typeset');
    expect(newTypesetter()('\\ship', false).kind).toBe('broken');
  });

  test('on paper is a picture whose words are its TeX, and is there once', () => {
    const paper = mathOnPaper(`<p>${typeset('a < "b"').html}</p>`);
    expect(paper).toContain('<span class="katex" role="math" aria-label="a &lt; &quot;b&quot;">');
    expect(paper).not.toMatch(/<math|mathml|aria-hidden|\u200b/);
    expect(paper.match(/<span\b/g)?.length).toBe(paper.match(/<\/span>/g)?.length);
  });
});

describe('the fonts of formulas', () => {
  const fonts = (tex: string) => {
    const css = mathCss(typeset(tex).html);
    const faces = [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
    return faces.map((face) => {
      const family = /font-family:"?(KaTeX_\w+)/.exec(face)?.[1];
      return `${family}${face.includes('italic') ? ' italic' : ''}${face.includes(':700') ? ' bold' : ''}`;
    });
  };

  test('are those that the formulas use', () => {
    expect(fonts('12')).toEqual(['KaTeX_Main']);
    expect(fonts('x')).toEqual(['KaTeX_Main', 'KaTeX_Math italic']);
    expect(fonts('\\mathbb{R}')).toContain('KaTeX_AMS');
    expect(fonts('\\mathbf{x}')).toContain('KaTeX_Main bold');
    expect(fonts('\\bigl( \\Bigr)')).toEqual(expect.arrayContaining(['KaTeX_Size1', 'KaTeX_Size2']));
  });

  test('lie in the sheet, so that nothing is asked for', () => {
    const css = mathCss(typeset('x').html);
    expect(css.match(/url\((?!data:font\/woff2;base64,)/g)).toBeNull();
  });
});
