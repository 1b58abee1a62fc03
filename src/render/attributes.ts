import type { Attributes } from '../parse/ast.js';
import { safeStyle } from './style.js';

type Entry = readonly [string, string | true | null];

/** Attributes that authors may give to any element as they are. */
const passing = /^(?:data-[\w.-]+|aria-[\w-]+|title|lang|dir|role)$/;
/** Attributes of reveal.js that fetch something, write HTML, or hold what is the speaker's: never from content. */
const kept =
  /^data-(?:src|srcset|background-(?:iframe|video|image)|background|preview-link|preview-image|preview-video|state|markdown|notes)$/;

/** What one element gets: its id, its classes with those we add, and what passes through. */
export function elementAttributes(
  attributes: Attributes,
  own: { readonly classes?: readonly string[]; readonly style?: string } = {},
): readonly Entry[] {
  const classes = [...(own.classes ?? []), ...attributes.classes];
  const styles = [own.style ?? ''];
  const rest: Entry[] = [];
  for (const { key, value } of attributes.pairs) {
    if (key === 'style') styles.push(safeStyle(value ?? ''));
    else if (key === 'width' || key === 'height') styles.push(sizeStyle(key, value));
    else if (key === 'step') {
      const index = stepIndex(value);
      rest.push(['data-fragment-index', index]);
      // Whoever says when something comes means that it does.
      if (index !== null && !classes.includes('fragment')) classes.push('fragment');
    } else if (passing.test(key) && !kept.test(key)) rest.push([key, value ?? true]);
  }
  const style = styles.filter((one) => one !== '').join('; ');
  return [
    ['id', attributes.id?.value ?? null],
    ['class', classes.length > 0 ? classes.join(' ') : null],
    ['style', style === '' ? null : style],
    ...rest,
  ];
}

/** Authors count steps from 1, reveal.js from 0. */
function stepIndex(value: string | null): string | null {
  const step = Number(value);
  return Number.isInteger(step) && step >= 1 ? String(step - 1) : null;
}

/** `60%`, `300px` or a bare number of pixels. */
function sizeStyle(key: string, value: string | null): string {
  const match = /^(\d+(?:\.\d+)?)(%|px|em|rem|vw|vh|cm|mm)?$/.exec(value?.trim() ?? '');
  return match ? `${key}: ${match[1]}${match[2] ?? 'px'}` : '';
}
