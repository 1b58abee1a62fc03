import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
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

function tooManyPixels({ width, height }: ImageHead, shown: string, span: Span | null): Diagnostic | null {
  if (width === null || height === null || width * height <= mostPixels) return null;
  const message = `${shown} is ${width} × ${height} pixels; more than 50 megapixels are not shown.`;
  return diagnostic('image/too-large', span, message, {
    hint: 'Make it smaller: a slide has some 2 megapixels.',
  });
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
  for (const inner of picturesWithin(text)) {
    if (inner.width !== null && inner.height !== null && inner.width * inner.height > mostPixels) {
      return {
        what: `is an SVG that holds a picture of ${inner.width} × ${inner.height} pixels`,
        hint: 'Make the picture inside smaller.',
      };
    }
  }
  return null;
}

/** Heads of the pictures that an SVG carries as `data:` addresses, written plainly or with character references. */
function* picturesWithin(svg: string): Generator<ImageHead> {
  const text = svg.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  const start = /data:image\/[^,"')]{1,100};base64,/gi;
  const end = /[^\w+/=\s]/g;
  while (start.test(text)) {
    // Looked for on its own: one expression over megabytes of base64 overflows the stack.
    end.lastIndex = start.lastIndex;
    const stop = end.exec(text)?.index ?? text.length;
    const head = imageHead(Buffer.from(text.slice(start.lastIndex, stop), 'base64'));
    if (head !== null) yield head;
    start.lastIndex = stop;
  }
}
