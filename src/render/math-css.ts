import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The stylesheet of the formulas in `html`: KaTeX's rules, and of its fonts those that the formulas use. The fonts lie
 * in the sheet itself, like a theme's, so that a deck opened from disk has them.
 */
export function mathCss(html: string): string {
  // The package hides its folders but shows a stylesheet.
  const folder = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'));
  const sheet = readFileSync(join(folder, 'katex.min.css'), 'utf8');
  const faces = [...sheet.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
  const rules = sheet.replace(/@font-face\{[^}]*\}/g, '');
  const isUsed = usedFonts(rules, html);
  const fonts = faces
    .filter((face) => isUsed(familyOf(face), styleOf(face)))
    .map((face) => withFont(face, folder));
  return [...fonts, rules].join('\n');
}

/** `400 normal`, `700 italic`: a font of a family. */
type Style = string;

/**
 * Which fonts a page's formulas can be drawn with. A rule that names a family and says of its classes that all of them
 * are on the page makes that family wanted; a weight or a slant that a rule without a family sets makes every family
 * wanted in it.
 */
function usedFonts(rules: string, html: string): (family: string, style: Style) => boolean {
  const classes = new Set(
    [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  const wanted = new Set<string>();
  const families = new Set<string>();
  const styles = new Set<Style>(['400 normal']);
  for (const [, selectors = '', body = ''] of rules.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
    const onPage = selectors
      .split(',')
      .some((one) => (one.match(/\.[\w-]+/g) ?? []).every((name) => classes.has(name.slice(1))));
    if (!onPage) continue;
    const family = familyOf(body);
    const style = styleOf(body);
    if (family !== '') wanted.add(`${family} ${style}`);
    if (family !== '') families.add(family);
    else if (/font-(?:weight|style):/.test(body)) styles.add(style);
  }
  return (family, style) => wanted.has(`${family} ${style}`) || (families.has(family) && styles.has(style));
}

function familyOf(css: string): string {
  return /KaTeX_\w+/.exec(css)?.[0] ?? '';
}

function styleOf(css: string): Style {
  const weight = /font-weight:(?:700|bold)/.test(css) ? '700' : '400';
  return `${weight} ${/font-style:italic|font:italic/.test(css) ? 'italic' : 'normal'}`;
}

/** A face with its font inside; only the newest format, which every browser that shows a deck reads. */
function withFont(face: string, folder: string): string {
  const file = /url\(([^)]+\.woff2)\)/.exec(face)?.[1] ?? '';
  const font = readFileSync(join(folder, file)).toString('base64');
  return face.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${font}) format("woff2")`);
}
