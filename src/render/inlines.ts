import type { Image, Inline, InlineMath, Link } from '../parse/ast.js';
import { attribute, hasAttributes, hasWord } from '../parse/attributes.js';
import { isRemote } from '../parse/references.js';
import { elementAttributes } from './attributes.js';
import type { RenderContext } from './context.js';
import { type Drawing, idMark } from './drawing.js';
import { filmWithStill } from './film.js';
import { attributeString, escapeHtml, isInlinePicture, safeHref } from './html.js';
import { mathSource } from './math.js';
import { remoteBox } from './remote-box.js';
import { keepWordsWhole } from './whole-words.js';

/** Inlines as HTML. */
export function renderInlines(inlines: readonly Inline[], context: RenderContext): string {
  return inlines.map((inline) => renderInline(inline, context)).join('');
}

function renderInline(inline: Inline, context: RenderContext): string {
  const attributes = () => attributeString(elementAttributes(inline.attributes));
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'codespan':
      return `<code${attributes()}>${keepWordsWhole(escapeHtml(inline.text))}</code>`;
    case 'break':
      return '<br>\n';
    case 'inline-html':
      return inline.html;
    case 'note-reference':
    case 'inline-note':
      return context.footnotes.mark(inline);
    case 'math':
      return renderMath(inline, context);
    case 'link':
      return renderLink(inline, context);
    case 'image':
      return renderImage(inline, context);
    default:
      return `<${inline.type}${attributes()}>${renderInlines(inline.children, context)}</${inline.type}>`;
  }
}

function renderMath(math: InlineMath, context: RenderContext): string {
  const drawn = context.math.draw(math);
  if (drawn === null) return mathSource(math);
  const own = math.display
    ? { classes: ['math', 'math-display'], style: `--formula: ${drawn.width}` }
    : { classes: ['math'] };
  return `<span${attributeString(elementAttributes(math.attributes, own))}>${drawn.html}</span>`;
}

function renderLink(link: Link, context: RenderContext): string {
  const words = renderInlines(link.children, { ...context, insideLink: true });
  const href = linkTarget(link, context);
  if (href === null)
    return hasAttributes(link.attributes)
      ? `<span${attributeString(elementAttributes(link.attributes))}>${words}</span>`
      : words;
  const outside = isRemote(href);
  const entries = [
    ['href', href],
    ['title', link.title],
    ['rel', outside ? 'noopener noreferrer' : null],
    ['target', outside && /^https?:/i.test(href) ? '_blank' : null],
    ...elementAttributes(link.attributes).filter(([name]) => name !== 'title' || link.title === null),
  ] as const;
  return `<a${attributeString(entries)}>${words}</a>`;
}

/** Where a link leads on the page; null where it leads nowhere, which `check` has said. */
function linkTarget(link: Link, context: RenderContext): string | null {
  if (link.href.startsWith('#')) return link.href;
  const href = safeHref(link.href);
  if (href === null || isRemote(href)) return href;
  return context.media(link.span.file, link.href)?.href ?? null;
}

/** A local picture with its own size, so that nothing jumps when it arrives; a remote one as a box with its address. */
export function renderImage(image: Image, context: RenderContext): string {
  const drawing = context.drawing(image.span.file, image.src);
  if (drawing) return drawn(image, drawing, context.nextPrefix());
  const inside = isInlinePicture(image.src);
  if (!inside && isRemote(image.src)) return remoteBox(image.alt, image.src, context.insideLink === true);
  const file = inside
    ? { href: image.src, mediaType: 'image/', width: null, height: null }
    : context.media(image.span.file, image.src);
  if (file === null) return remoteBox(image.alt, image.src, context.insideLink === true);
  if (file.mediaType.startsWith('video/')) return renderFilm('video', file.href, image, context);
  if (file.mediaType.startsWith('audio/')) return renderFilm('audio', file.href, image, context);
  const entries = [
    ['src', file.href],
    ['alt', image.alt],
    ['title', image.title],
    ['width', file.width],
    ['height', file.height],
    ...elementAttributes(image.attributes).filter(([name]) => name !== 'title' || image.title === null),
  ] as const;
  return `<img${attributeString(entries)}>`;
}

/** A drawing as part of the page, in the page's fonts; its words for those who cannot see it are the picture's. */
function drawn(image: Image, { viewBox, inner }: Drawing, prefix: string): string {
  const [, , width, height] = viewBox.trim().split(/[\s,]+/);
  const said =
    image.alt === ''
      ? ([['aria-hidden', 'true']] as const)
      : ([
          ['role', 'img'],
          ['aria-label', image.alt],
        ] as const);
  const entries = [
    ['viewBox', viewBox],
    // From the left edge, where everything on a slide begins.
    ['preserveAspectRatio', 'xMinYMid meet'],
    ['width', width ?? null],
    ['height', height ?? null],
    ...said,
    ...elementAttributes(image.attributes, { classes: ['drawing'] }),
  ] as const;
  return `<svg${attributeString(entries)}>${inner.replaceAll(idMark, prefix)}</svg>`;
}

/** A film with its controls, unless they are refused. It starts by itself only when its slide is shown. */
function renderFilm(tag: 'video' | 'audio', href: string, image: Image, context: RenderContext): string {
  const { attributes, span } = image;
  const named = attribute(attributes, 'poster')?.value;
  const poster = named ? (context.media(span.file, named)?.href ?? null) : null;
  const start = /^\d+(?:\.\d+)?$/.exec(attribute(attributes, 'start')?.value ?? '')?.[0];
  const word = (key: string) => (hasWord(attributes, key) ? true : null);
  const refused = attribute(attributes, 'controls') !== null && !hasWord(attributes, 'controls');
  const entries = [
    ['controls', refused ? null : true],
    ['data-autoplay', word('autoplay')],
    ['loop', word('loop')],
    ['muted', word('muted')],
    ['playsinline', tag === 'video' ? true : null],
    ['preload', 'metadata'],
    ['poster', tag === 'video' ? poster : null],
    ['src', start === undefined ? href : `${href}#t=${start}`],
    ['aria-label', image.alt],
    ...elementAttributes(attributes),
  ] as const;
  return filmWithStill(`<${tag}${attributeString(entries)}></${tag}>`, {
    tag,
    href,
    label: image.alt,
    poster,
  });
}
