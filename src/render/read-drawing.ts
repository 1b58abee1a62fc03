import sanitizeHtml from 'sanitize-html';
import { type Drawing, idMark } from './drawing.js';
import { allowedTags, isAllowedAttribute } from './html-policy.js';

const tags = allowedTags.slice(allowedTags.indexOf('svg')).filter((tag) => tag !== 'use' && tag !== 'symbol');

/**
 * Reads an SVG file that is set in a font of the theme's: inside `<img>` it could not use that. Only plain drawings
 * are taken: what needs style sheets, scripts, pictures or foreign content stays a file of its own. Null for those.
 */
export function readDrawing(svg: string, families: readonly string[]): Drawing | null {
  if (!families.some((family) => svg.includes(family))) return null;
  if (/<(?:style|script|foreignObject|image|use|animate|set|a)\b|<!ENTITY|<!DOCTYPE/i.test(svg)) return null;
  const open = /<svg\b[^>]*>/i.exec(svg);
  const viewBox = /\bviewBox\s*=\s*["']([\d\s.,-]+)["']/.exec(open?.[0] ?? '')?.[1];
  const end = svg.lastIndexOf('</svg>');
  if (!open || viewBox === undefined || end < 0) return null;
  const inner = sanitizeHtml(svg.slice(open.index + open[0].length, end), {
    allowedTags: tags,
    allowedAttributes: false,
    // SVG files are XML: `<rect/>` is closed there.
    parser: { xmlMode: true },
    parseStyleAttributes: false,
    // The words for those who cannot see it are the alternative text, which is written with each use.
    exclusiveFilter: (frame) => frame.tag === 'title' || frame.tag === 'desc',
    transformTags: { '*': (tag, attributes) => ({ tagName: tag, attribs: kept(tag, attributes) }) },
  });
  return { viewBox, inner: `${inheritable(open[0])}${inner.trim()}</g>` };
}

function kept(tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      if (!isAllowedAttribute(tag, name) || ['class', 'style', 'title'].includes(name)) return [];
      if (name === 'id') return [[name, idMark + value]];
      if (/url\(/i.test(value)) {
        const inside = /^\s*url\(\s*["']?#([\w:.-]+)["']?\s*\)\s*$/.exec(value);
        return inside ? [[name, `url(#${idMark}${inside[1]})`]] : [];
      }
      return [[name, value]];
    }),
  );
}

/** What the file's own `<svg>` says for all of it, as a group. */
function inheritable(open: string): string {
  const names =
    'font-family font-size font-weight fill stroke stroke-width text-anchor stroke-linecap stroke-linejoin';
  const written = names.split(' ').flatMap((name) => {
    const value = new RegExp(`\\s${name}\\s*=\\s*"([^"<>&]*)"`).exec(open)?.[1];
    return value === undefined || /url\(/i.test(value) ? [] : [` ${name}="${value}"`];
  });
  return `<g${written.join('')}>`;
}
