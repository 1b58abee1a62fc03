import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Brand } from './brand.js';
import { contrastOf, type Hex, luminanceOf, readableOn } from './contrast.js';
import type { Theme } from './theme.js';

/** A file of fonts: what it is, and what is in it. */
export interface BrandFont {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Where the theme that takes a brand says nothing else. */
const plain = { ground: '#ffffff', ink: '#171b22', wash: '#f1f3f5', darkGround: '#14181f' };

/**
 * A theme in the colours and fonts of a house. Areas keep their colour as it is given; words have one that can be read, and
 * it is said from what to what it was changed. A ground that is not light, and a colour that is the ground's own, are refused.
 *
 * @param font the file behind a path in the brand; null where it could not be read, which is said elsewhere
 */
export function brandTheme(
  theme: Theme,
  brand: Brand,
  font: (path: string) => BrandFont | null,
): Noticed<Theme | null> {
  const { primary, secondary, ink, ground = plain.ground } = brand.values.colours;
  const diagnostics: Diagnostic[] = [];
  if (luminanceOf(ground) < 0.7) {
    refuse('ground', `\`ground\` ${ground} is too dark: the words of the light side stand on it.`);
  }
  for (const [name, color] of Object.entries({ primary, secondary, ink })) {
    if (color !== undefined && contrastOf(color, ground) < 1.1)
      refuse(name, `\`${name}\` ${color} cannot be told from the ground ${ground}.`);
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };

  const words = (name: string, color: Hex): Hex => {
    const readable = readableOn(ground, color);
    if (readable !== color) {
      const before = contrastOf(color, ground).toFixed(1);
      const after = contrastOf(readable, ground).toFixed(1);
      const message = `Words in \`${name}\` ${color} would have ${before}:1 on ${ground}; they are ${readable} instead, ${after}:1.`;
      diagnostics.push(diagnostic('brand/contrast', brand.place(`colours.${name}`), message));
    }
    return readable;
  };
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  const paper: Record<string, string> = {};
  if (brand.values.colours.ground !== undefined) light['brand-ground'] = ground;
  if (ink !== undefined) {
    light['brand-ink'] = words('ink', ink);
    paper['paper-ink'] = readableOn('#ffffff', ink);
  }
  if (primary !== undefined) {
    const onCover = contrastOf('#ffffff', primary) >= 4.5 ? '#ffffff' : readableOn(primary, ink ?? plain.ink);
    Object.assign(light, {
      brand: words('primary', primary),
      cover: primary,
      'on-cover': onCover,
      'on-cover-muted': onCover,
      flag: primary,
      'stripe-1': primary,
      'stripe-3': primary,
      'code-key': readableOn(plain.wash, primary),
      'figure-1': readableOn('#ffffff', primary),
      'series-1': readableOn(ground, primary),
    });
    const deep = readableOn('#ffffff', primary);
    Object.assign(dark, {
      brand: readableOn(plain.darkGround, primary),
      cover: deep,
      'code-key': readableOn(plain.darkGround, primary),
      // A shape is seen on the ground, and white is read in it.
      'figure-1': readableOn(plain.darkGround, deep, 3),
      'series-1': readableOn(plain.darkGround, primary),
    });
    paper['paper-accent'] = paper['paper-series-1'] = deep;
    paper['paper-code-key'] = readableOn(plain.wash, primary);
    paper['paper-strong'] = primary;
  }
  if (secondary !== undefined) {
    Object.assign(light, {
      'brand-2': words('secondary', secondary),
      'stripe-2': secondary,
      'figure-2': readableOn('#ffffff', secondary),
      'series-2': readableOn(ground, secondary),
    });
    Object.assign(dark, {
      'brand-2': readableOn(plain.darkGround, secondary),
      'figure-2': readableOn(plain.darkGround, readableOn('#ffffff', secondary), 3),
      'series-2': readableOn(plain.darkGround, secondary),
    });
    paper['paper-second'] = paper['paper-series-2'] = readableOn('#ffffff', secondary);
  }
  const { text, titles } = brand.values.fonts;
  const marks = '"Harbor Marks", sans-serif';
  const both: Record<string, string> = {
    ...(text && { 'font-text': `"${text.family}", ${marks}` }),
    ...(text && !titles && { 'font-display': `"${text.family}", ${marks}` }),
    ...(titles && { 'font-display': `"${titles.family}", var(--font-text)` }),
  };
  const faces = [
    face(text?.family, text?.regular, '400', 'normal'),
    face(text?.family, text?.italic, '400', 'italic'),
    face(text?.family, text?.bold, '700', 'normal'),
    face(titles?.family, titles?.file, '100 900', 'normal'),
  ].join('');
  const css =
    rule(':root:root', { ...both, ...paper }) +
    rule(':root:not([data-variant="dark"])', light) +
    rule(':root[data-variant="dark"]', dark);
  return {
    value: Object.freeze({
      ...theme,
      slidesCss: theme.slidesCss + css,
      screenFontsCss: theme.screenFontsCss + faces,
      paperFontsCss: theme.paperFontsCss + faces,
      fontFamilies: [
        ...new Set([...theme.fontFamilies, ...[text?.family, titles?.family].flatMap((one) => one ?? [])]),
      ],
      // What a house's own font has, nobody knows.
      glyphs: text === undefined ? theme.glyphs : null,
    }),
    diagnostics,
  };

  function refuse(name: string, message: string): void {
    const hint = 'Give another colour, or leave it out: then it is the one of the theme.';
    diagnostics.push(diagnostic('brand/refused', brand.place(`colours.${name}`), message, { hint }));
  }

  function face(family: string | undefined, path: string | undefined, weight: string, style: string): string {
    const file = family === undefined || path === undefined ? null : font(path);
    if (file === null) return '';
    const data = Buffer.from(file.bytes).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:url(data:${file.mediaType};base64,${data})}\n`;
  }
}

function rule(selector: string, properties: Readonly<Record<string, string>>): string {
  const all = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  return all.length === 0 ? '' : `\n${selector}{${all.join(';')}}`;
}
