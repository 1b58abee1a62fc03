import type { AttributePair, Attributes } from '../parse/ast.js';
import { contrast, isColour, luminancesIn } from './colour.js';

/** What stands behind a slide, as its settings say. */
export interface Ground {
  /** A colour or a gradient, as CSS writes it. */
  readonly paint: string | null;
  /** A picture; with a film it is what is seen where none is played. */
  readonly picture: AttributePair | null;
  /** Films of the same, in the order they are tried: MP4 and WebM, say. */
  readonly films: readonly { readonly target: string; readonly pair: AttributePair }[];
  readonly size: string | null;
  readonly position: string | null;
  readonly repeat: string | null;
  /** Of picture and film over the ground, from 0 to 1. */
  readonly opacity: number | null;
  /** Which inks can be read on the paint; null where it leaves the theme's ground. */
  readonly inks: 'dark' | 'light' | null;
  /** Whether the inks have to be at their strongest: the paint is neither dark nor light. */
  readonly vivid: boolean;
  /** Dark and light at once: words need a ground of their own. */
  readonly mixed: boolean;
}

/** A setting of a slide with and without reveal.js' prefix. */
export function slideSetting(attributes: Attributes, key: string): AttributePair | null {
  const found = attributes.pairs.find((pair) => pair.key === key || pair.key === `data-${key}`);
  return found?.value?.trim() ? found : null;
}

/** `background=` and its relatives; null where a slide has none of them. */
export function groundOf(attributes: Attributes): Ground | null {
  if (attributes.pairs.length === 0) return null;
  const value = (key: string) => slideSetting(attributes, key)?.value?.trim() ?? null;
  const any = slideSetting(attributes, 'background');
  const kind = any === null ? null : kindOfGround(any.value ?? '');
  const gradient = value('background-gradient') ?? (kind === 'gradient' ? value('background') : null);
  const colour = value('background-color') ?? (kind === 'colour' ? value('background') : null);
  const film = slideSetting(attributes, 'background-video') ?? (kind === 'film' ? any : null);
  const picture =
    slideSetting(attributes, 'background-image') ??
    (kind === 'picture' ? any : null) ??
    (film ? slideSetting(attributes, 'poster') : null);
  const paint = [gradient, colour].find((one) => one !== null && isPaint(one)) ?? null;
  if (paint === null && picture === null && film === null) return null;
  const opacity = Number(value('background-opacity') ?? Number.NaN);
  const targets = film === null ? [] : (film.value ?? '').split(',');
  return {
    paint,
    picture,
    films: targets.flatMap((target) =>
      film && target.trim() ? [{ target: target.trim(), pair: film }] : [],
    ),
    size: value('background-size'),
    position: value('background-position'),
    repeat: value('background-repeat'),
    opacity: opacity >= 0 && opacity <= 1 ? opacity : null,
    ...inksOn(paint),
  };
}

/** What `background=` names. */
export function kindOfGround(value: string): 'colour' | 'gradient' | 'film' | 'picture' {
  const written = value.trim();
  if (/^[a-z-]*gradient\(/i.test(written)) return 'gradient';
  if (isPaint(written)) return 'colour';
  return /\.(?:mp4|webm|ogv|mov|m4v)(?:\s*(?:,|$))/i.test(written) ? 'film' : 'picture';
}

/** Whether a value is a colour or a gradient, and nothing that could fetch something or end a rule. */
export function isPaint(value: string): boolean {
  const written = value.trim();
  if (/^(?:repeating-)?(?:linear|radial|conic)-gradient\([\w\s#.,%()+/-]*\)$/i.test(written))
    return luminancesIn(written).length > 0 && !/url\s*\(/i.test(written);
  return isColour(written) || /^(?:oklch|oklab|lch|lab|hwb)\([\d\s.,%/a-z+-]*\)$/i.test(written);
}

/** harbor's ink, and white: which of them is read where is for every theme the same. */
const ink = 0.0145;
const enough = 4.5;

function inksOn(paint: string | null): Pick<Ground, 'inks' | 'vivid' | 'mixed'> {
  if (paint === null) return { inks: null, vivid: false, mixed: false };
  const found = luminancesIn(paint);
  const lightness = /^(?:oklch|oklab|lch|lab)\(\s*([\d.]+)(%?)/i.exec(paint);
  if (found.length === 0 && lightness) {
    const share = Number(lightness[1]) / (lightness[2] === '%' || Number(lightness[1]) > 1 ? 100 : 1);
    return { inks: share > 0.6 ? 'dark' : 'light', vivid: true, mixed: false };
  }
  const darkest = Math.min(...found, 1);
  const lightest = found.length === 0 ? 1 : Math.max(...found);
  const inks = contrast(darkest, 0) >= contrast(lightest, 1) ? 'dark' : 'light';
  const worst = inks === 'dark' ? contrast(darkest, 0) : contrast(lightest, 1);
  // The theme's quieter inks need about this much more room than black and white.
  const vivid = inks === 'dark' ? contrast(darkest, ink) < 11 : contrast(lightest, 1) < 9;
  return { inks, vivid, mixed: worst < enough };
}
