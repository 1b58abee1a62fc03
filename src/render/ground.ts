import type { Slide } from '../model/workshop.js';
import { attribute } from '../parse/attributes.js';
import { isRemote } from '../parse/references.js';
import type { RenderContext } from './context.js';

/** `background=` of a slide: a colour, a gradient or a picture; the same on a screen and on paper. */
export function groundStyle(slide: Slide, context: RenderContext): string | null {
  const pair =
    attribute(slide.attributes, 'background') ??
    [
      'background-image',
      'background-color',
      'data-background',
      'data-background-image',
      'data-background-color',
    ]
      .map((key) => attribute(slide.attributes, key))
      .find((one) => one !== null);
  const value = pair?.value?.trim();
  if (!pair || !value || isRemote(value)) return null;
  if (/^[#a-z][\w-]*$/i.test(value) || /^(?:rgb|hsl|oklch|lab|lch|hwb)a?\([\d\s.,%/a-z]*\)$/i.test(value)) {
    return `background: ${value}`;
  }
  if (/^(?:linear|radial|conic)-gradient\([\w\s#.,%()-]*\)$/i.test(value)) return `background: ${value}`;
  const file = context.media(pair.span.file, value);
  return file ? `background: url("${file.href}") center / cover no-repeat` : null;
}
