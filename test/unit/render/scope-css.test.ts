import { describe, expect, test } from 'vitest';
import { scopeCss } from '../../../src/render/scope-css.js';

const scoped = (sheet: string) => scopeCss(sheet, () => null).css;

describe('a stylesheet of the author’s', () => {
  test.each([
    ['p { a: b }', '.slides-theme p { a: b }'],
    ['p, .x > q { a: b }', '.slides-theme p, .slides-theme .x > q { a: b }'],
    ['body { a: b }', '.slides-theme { a: b }'],
    [':root.x p { a: b }', '.slides-theme.x p { a: b }'],
    ['bodyguard { a: b }', '.slides-theme bodyguard { a: b }'],
    ['.reveal .slides h2 { a: b }', '.slides-theme .slides h2 { a: b }'],
    ['.reveal h2 { a: b }', '.slides-theme h2 { a: b }'],
    ['@media print { p { a: b } }', '@media print { .slides-theme p { a: b } }'],
    ['p { &:hover { a: b } }', '.slides-theme p { &:hover { a: b } }'],
    ['@keyframes x { from { a: b } to { a: c } }', '@keyframes x { from { a: b } to { a: c } }'],
    [':is(p, q) { a: b }', '.slides-theme :is(p, q) { a: b }'],
    ['.x { content: "{ } /* y */" }', '.slides-theme .x { content: "{ } /* y */" }'],
  ])('%j means the slides only', (sheet, expected) => {
    expect(scoped(sheet)).toBe(expected);
  });

  test('fetches nothing from elsewhere, and says what is left out', () => {
    const sheet =
      '@import "https://e.org/x.css";\n@charset "utf-8";\np { background: url(https://e.org/x.png); color: red; src: src("x") }\nq { background: image-set("x" 1x) }';
    const { css, dropped } = scopeCss(sheet, () => null);
    expect(css).not.toMatch(/e\.org|url|import|image-set|src/);
    expect(css).toContain('color: red');
    expect(dropped.map(({ start, end }) => sheet.slice(start, end).replace(/\s+/g, ' '))).toHaveLength(5);
  });

  test('finds its files, and keeps pictures written out and references inside the page', () => {
    const file = { href: 'assets/a.1.png', mediaType: 'image/png', width: 1, height: 1 };
    const { css } = scopeCss('p { a: url("b.png") url(data:image/png;base64,x) url(#c) }', (target) =>
      target === 'b.png' ? file : null,
    );
    expect(css).toBe('.slides-theme p { a: url("assets/a.1.png") url(data:image/png;base64,x) url(#c) }');
  });

  test('loses what its comments say, wherever they stand', () => {
    const css = scoped(
      '/* secret */ p /* secret */ { a /* secret */ : b /* secret */ c /* secret */ ; --d: /* secret */ e } @media /* secret */ print /* secret */ { q/* secret */.x { a: b !important /* secret */ } /* secret */ }',
    );
    expect(css).not.toContain('secret');
    expect(css).toContain('q/**/.x');
  });

  test('that cannot be read is told where', () => {
    expect(scopeCss('p { a: b', () => null).broken).toMatchObject({ reason: 'Unclosed block' });
    expect(scopeCss('p { a: b } }', () => null).broken?.at).toBe(11);
    expect(scopeCss('p { } /* x', () => null).broken?.reason).toBe('Unclosed comment');
  });
});
