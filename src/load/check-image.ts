import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { dataImages } from './data-images.js';
import { type ImageHead, imageHead } from './image-head.js';

/** A browser takes four bytes a pixel, so 200 MB; a full page at 600 dpi has 35 megapixels. */
const mostPixels = 50_000_000;

const mostSvgBytes = 10_000_000;

export type CheckedImage =
  | { readonly head: ImageHead; readonly problem: null }
  | { readonly head: null; readonly problem: Diagnostic };

/**
 * Looks at the bytes of a picture before a browser does: is it one, is it of sane size, does its SVG stay by
 * itself. `shown` names it in messages. For pictures in files and in `data:` addresses alike.
 */
export function checkImage(bytes: Buffer, shown: string, span: Span | null): CheckedImage {
  const refuse = (problem: Diagnostic): CheckedImage => ({ head: null, problem });
  const head = imageHead(bytes);
  if (head === null) {
    return refuse(
      diagnostic('image/not-an-image', span, `${shown} is no picture, or one that breaks off.`, {
        hint: 'Pictures are PNG, JPEG, GIF, WebP, AVIF and SVG files, whatever their names end in.',
      }),
    );
  }
  if (head.mediaType === 'image/svg+xml') {
    const why = unsafeSvg(bytes);
    return why === null
      ? { head, problem: null }
      : refuse(diagnostic('image/unsafe-svg', span, `${shown} ${why.what}.`, { hint: why.hint }));
  }
  const problem = tooManyPixels(head, shown, span);
  return problem === null ? { head, problem: null } : refuse(problem);
}

/** Pictures of monstrous size that a text carries in `data:` addresses, each told where its address starts. */
export function checkDataImages(source: SourceFile): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const { head, start, end } of dataImages(source.text)) {
    const problem = tooManyPixels(head, 'The picture in this address', { file: source.file, start, end });
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function tooManyPixels(head: ImageHead, shown: string, span: Span | null): Diagnostic | null {
  if (!isTooLarge(head)) return null;
  const message = `${shown} is ${head.width} × ${head.height} pixels; more than 50 megapixels are not shown.`;
  return diagnostic('image/too-large', span, message, {
    hint: 'Make it smaller: a slide has some 2 megapixels.',
  });
}

/** An SVG is drawn at the size that it is shown in, whatever it says. */
function isTooLarge({ mediaType, width, height }: ImageHead): boolean {
  return mediaType !== 'image/svg+xml' && (width ?? 0) * (height ?? 0) > mostPixels;
}

/** Scripts in a picture never run and pages that inline it sanitize it; these things hurt before that. */
function unsafeSvg(bytes: Buffer): { readonly what: string; readonly hint: string | null } | null {
  if (bytes.length > mostSvgBytes) {
    return { what: 'is an SVG of more than 10 MB', hint: 'Export it with fewer points, or as PNG.' };
  }
  if (!isUtf8(bytes)) return { what: 'is an SVG that is not UTF-8', hint: 'Save it as UTF-8.' };
  const text = bytes.toString('utf8');
  const encoding = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  if (!/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding)) {
    return { what: `is an SVG that calls itself \`${encoding}\``, hint: 'Save it as UTF-8.' };
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    return {
      what: 'is an SVG with a document type, which can name other files and unfold without end',
      hint: 'Delete the line that starts with `<!DOCTYPE`; the picture stays the same.',
    };
  }
  for (const { head } of dataImages(plain(text))) {
    if (isTooLarge(head)) {
      return {
        what: `is an SVG that holds a picture of ${head.width} × ${head.height} pixels`,
        hint: 'Make the picture inside smaller.',
      };
    }
  }
  return null;
}

/** `data:` addresses in an SVG may hide behind character references. */
function plain(svg: string): string {
  return svg.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
