const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const showing = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh']);
const boundaries = new Set(['q', 'Q', 'BT', 'ET']);
const begin = '/Artifact BMC\n';
const end = 'EMC\n';

/**
 * Wraps painting outside of tags, and gives up what is `dropped`; null when there is none of both. Chromium writes one operator
 * a line, at its end, save for settings of colour.
 *
 *     0 0 100 20 re          /Artifact BMC
 *     f                 →    0 0 100 20 re
 *     Q                      f
 *                            EMC
 *                            Q
 *
 * @param dropped numbers of marked content that belongs to no tag any more
 * @param hasTags whether a form, by its name, has tags of its own in it
 */
export function wrapUntagged(
  content: string,
  dropped: ReadonlySet<number> = new Set(),
  hasTags: (form: string) => boolean = () => false,
): string | null {
  const written: string[] = [];
  /** Up to where the content has been taken over. */
  let taken = 0;
  /** The marks that are open, outermost first: whether each is an artifact. */
  const open: boolean[] = [];
  /** Whether an artifact of ours is open around them. */
  let wrapping = false;
  /** Where the path began that may be painted. */
  let path = -1;

  const insert = (at: number, line: string) => {
    written.push(content.slice(taken, at), line);
    taken = at;
  };
  const wrap = (at: number) => {
    insert(at, begin);
    wrapping = true;
  };
  const finish = (at: number) => {
    if (wrapping) insert(at, end);
    wrapping = false;
    path = -1;
  };

  for (let start = 0, stop = 0; start < content.length; start = stop + 1) {
    stop = content.indexOf('\n', start);
    if (stop === -1) stop = content.length;
    const last = content[stop - 1];
    // Inside of tags nothing but their end and forms are of interest, and that is most of a page.
    if (open.length > 0 && last !== 'C' && last !== 'o') continue;
    const line = content.slice(start, stop);
    const operator = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('>')) + 1);
    if (operator === 'BDC' || operator === 'BMC') {
      const number = /\/MCID (\d+)/.exec(line)?.[1];
      const isDropped = number !== undefined && dropped.has(Number(number));
      if (open.length > 0) {
        open.push(false);
        continue;
      }
      // Such as the words for a ligature: no tag by itself.
      if (number === undefined && !line.startsWith('/Artifact')) {
        if (!wrapping) wrap(start);
      } else finish(start);
      if (isDropped) {
        written.push(content.slice(taken, start), begin);
        taken = Math.min(stop + 1, content.length);
      }
      open.push(isDropped);
    } else if (operator === 'EMC') {
      open.pop();
    } else if (operator === 'Do' && hasTags(line.slice(line.lastIndexOf('/') + 1, -3))) {
      if (open.length === 0) finish(start);
      else if (open[0]) {
        insert(start, end);
        insert(Math.min(stop + 1, content.length), begin);
      }
    } else if (open.length > 0) {
    } else if (boundaries.has(operator)) {
      finish(start);
    } else if (!wrapping) {
      if ((operator === 'm' || operator === 're') && path === -1) path = start;
      else if (operator === 'n') path = -1;
      else if (painting.has(operator)) wrap(path === -1 ? start : path);
      else if (showing.has(operator)) wrap(start);
    }
  }
  if (wrapping) return `${written.join('')}${content.slice(taken)}\nEMC`;
  return written.length === 0 ? null : written.join('') + content.slice(taken);
}
