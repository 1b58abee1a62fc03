import { isOneLine } from '../block-names.js';
import { closesFence, openedFence } from '../fences.js';

/** Where a block's body ends, where the text after it starts, and whether a closing line was there. */
export interface End {
  readonly body: number;
  readonly after: number;
  readonly closed: boolean;
}

const colonLine = /^ {0,3}(:{3,})[ \t]*(.*)/s;
const dividerLine = /^ {0,3}-{3,4}[ \t]*$/;

/**
 * Finds the line that closes a block of `colons` colons whose body starts at `from`. Equal counts nest, since an
 * opening has a name. Without a closing the block ends at the first divider, so that the slides after it survive.
 */
export function findClosing(src: string, from: number, colons: number): End {
  const end = scan(src, from, colons, true);
  // `:::` below a one-line block may be that block's own or this one's: this one's where nothing else closes it.
  return end.closed ? end : firstClosed(scan(src, from, colons, false), end);
}

function firstClosed(second: End, first: End): End {
  return second.closed ? second : first;
}

function scan(src: string, from: number, colons: number, oneLinesMayClose: boolean): End {
  const open = [colons];
  let fence: string | null = null;
  let inComment = false;
  let firstDivider: number | null = null;
  let closesOneLine: number | null = null;
  for (let at = from; at < src.length; ) {
    const newline = src.indexOf('\n', at);
    const lineEnd = newline < 0 ? src.length : newline;
    const line = src.slice(at, lineEnd);
    const next = newline < 0 ? src.length : newline + 1;
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null;
    } else if (inComment || line.includes('<!--')) {
      inComment = !line.slice(inComment ? 0 : line.indexOf('<!--')).includes('-->');
    } else {
      const colon = line.includes(':::') ? colonLine.exec(line) : null;
      const count = colon?.[1]?.length ?? 0;
      if (colon && colon[2] === '') {
        if (oneLinesMayClose && closesOneLine === count) {
          closesOneLine = null;
          at = next;
          continue;
        }
        const index = open.lastIndexOf(count);
        if (index === 0) return { body: at, after: next, closed: true };
        if (index > 0) open.length = index;
      } else if (colon) {
        const name = /^[A-Za-z][\w-]*/.exec(colon[2] ?? '')?.[0] ?? '';
        if (!isOneLine(name)) open.push(count);
        closesOneLine = isOneLine(name) ? count : null;
        at = next;
        continue;
      } else if (dividerLine.test(line)) {
        firstDivider ??= at;
      } else {
        fence = openedFence(line);
      }
    }
    closesOneLine = null;
    at = next;
  }
  // A fence that is never closed swallowed the closing line: the fence is what the author has to mend.
  if (fence !== null) return { body: src.length, after: src.length, closed: true };
  const end = firstDivider ?? src.length;
  return { body: end, after: end, closed: false };
}
