import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { brandOf } from '../../../src/theme/brand.js';
import { brandTheme } from '../../../src/theme/brand-theme.js';
import { contrastOf, readableOn } from '../../../src/theme/contrast.js';
import { loadTheme } from '../../../src/theme/load-theme.js';

const ensign = loadTheme('ensign', join(packageRoot(), 'templates'), null).value;
if (ensign === null) throw new Error('There is no ensign.');
const theme = ensign;
const woff2 = { mediaType: 'font/woff2', bytes: Buffer.from('wOF2') };

function branded(tree: object) {
  const brand = brandOf(tree, () => null).value;
  if (brand === null) throw new Error('This is no brand.');
  const { value, diagnostics } = brandTheme(theme, brand, () => woff2);
  const css = value?.slidesCss.slice(theme.slidesCss.length) ?? '';
  return { theme: value, css, codes: diagnostics.map(({ code }) => code), diagnostics };
}

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('contrast is counted as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#ffffff', '#767676')).toBe(4.54);
  expect(contrastOf('#777777', '#ffffff')).toBe(4.47);
});

test('any colour becomes one that is read on any ground, and stays as it is where it is', () => {
  fc.assert(
    fc.property(colour, colour, (ground, color) => {
      const readable = readableOn(ground, color);
      expect(contrastOf(readable, ground)).toBeGreaterThanOrEqual(4.5);
      if (contrastOf(color, ground) >= 4.5) expect(readable).toBe(color);
    }),
  );
});

test('a colour that can be read is taken as it is', () => {
  const { css, codes } = branded({ colours: { primary: '#7a1f5c' } });
  expect(codes).toEqual([]);
  expect(css).toContain('--brand:#7a1f5c;--cover:#7a1f5c;--on-cover:#ffffff');
});

test('words in one that cannot are darker, areas keep it, and a warning says from what to what', () => {
  const { css, diagnostics } = branded({ colours: { primary: '#f7a600' } });
  expect(diagnostics).toMatchObject([
    {
      code: 'brand/contrast',
      message: 'Words in `primary` #f7a600 would have 2.0:1 on #ffffff; they are #a16c00 instead, 4.5:1.',
    },
  ]);
  expect(css).toContain('--brand:#a16c00;--cover:#f7a600;--on-cover:#171b22');
});

test('every primary that is not refused has words that are read on covers, slides and code', () => {
  fc.assert(
    fc.property(colour, (primary) => {
      const { theme: found, css, codes } = branded({ colours: { primary } });
      if (found === null) {
        expect(codes).toEqual(['brand/refused']);
        return;
      }
      const light = /:root:not\(\[data-variant="dark"\]\)\{([^}]*)\}/.exec(css)?.[1] ?? '';
      const dark =
        /\[data-variant="dark"\]\{([^}]*)\}/.exec(css.replace(/:root:not[^{]*\{[^}]*\}/g, ''))?.[1] ?? '';
      const value = (name: string, side = light) => new RegExp(`--${name}:(#\\w{6})`).exec(side)?.[1] ?? '';
      expect(contrastOf(value('brand'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(value('on-cover'), value('cover'))).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(value('code-key'), '#f1f3f5')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(value('figure-1', dark), '#14181f')).toBeGreaterThanOrEqual(3);
      expect(contrastOf(value('figure-1', dark), '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a ground that is not light and a colour that is the ground’s own are refused', () => {
  expect(branded({ colours: { ground: '#202020' } })).toMatchObject({
    theme: null,
    codes: ['brand/refused'],
  });
  expect(branded({ colours: { secondary: '#fdfdfd' } })).toMatchObject({
    theme: null,
    codes: ['brand/refused'],
  });
});

test('fonts of the house are inside, and loaded before anything is printed', () => {
  const { theme: found, css } = branded({
    fonts: { text: { family: 'House Sans', regular: 'a.woff2' }, titles: { family: 'House', file: 'b.ttf' } },
  });
  expect(found?.screenFontsCss).toContain('@font-face{font-family:"House Sans";font-weight:400');
  expect(found?.fontFamilies).toEqual(expect.arrayContaining(['House Sans', 'House']));
  expect(css).toContain('--font-display:"House", var(--font-text)');
});

test('what stands in a family’s name cannot leave its quotes', () => {
  const { value, diagnostics } = brandOf(
    { fonts: { titles: { family: 'x";}*{color:red}', file: 'b.ttf' } } },
    () => null,
  );
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'brand/invalid' }]);
});
