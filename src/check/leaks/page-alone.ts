/** Sheets of ours: the same for every deck, written by nobody who has secrets. */
export const ownSheet = /^(?:fonts|reveal|theme|deck|present|reading|reading-colours)\.[0-9a-f]{8}\.css$/;

/**
 * A page of one file without what of it is ours, as sheets and scripts beside other pages are not looked through, and with
 * names where files lie in it as data, which are no words. Lines stay where they are.
 */
export function withoutHeld(html: string): string {
  const parts = html.split(mark);
  const [head = '', ...elements] = parts.map((part) => part.replace(data, 'assets/'));
  return elements.reduce((text, part) => text + mark + withoutContent(part, text), head);
}

const mark = ' data-file="';
const data = /data:[\w.+/-]+;base64,[\w+/=]+/g;

/** What follows a mark: the name of a file, the rest of its tag, what is in it, and what comes after. */
function withoutContent(part: string, before: string): string {
  const [name = ''] = part.split('"', 1);
  const tag = before.slice(before.lastIndexOf('<') + 1);
  if (tag !== 'script' && !(tag === 'style' && ownSheet.test(name)) && !tag.startsWith('script '))
    return part;
  const start = part.indexOf('>') + 1;
  const end = part.indexOf(tag === 'style' ? '</style>' : '</script>', start);
  if (start === 0 || end < 0) return part;
  return part.slice(0, start) + part.slice(start, end).replace(/[^\n]+/g, '') + part.slice(end);
}

/** Whether a file lies in a page as data, whole. */
export function holdsFile(page: Uint8Array, file: Uint8Array): boolean {
  if (file.length === 0) return false;
  const html = bufferOf(page);
  const code = bufferOf(file).toString('base64');
  for (let at = html.indexOf(code); at >= 0; at = html.indexOf(code, at + 1)) {
    const [before, after] = [at - 1, at + code.length].map((place) => String.fromCharCode(html[place] ?? 0));
    if (/[,>]/.test(before ?? '') && !/[\w+/=]/.test(after ?? '')) return true;
  }
  return false;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
