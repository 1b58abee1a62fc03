/** What the codes of a font mean: the text of a `ToUnicode` map, read. */
export function readToUnicode(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const part of map.split('beginbf').slice(1)) {
    const written = part.slice(0, part.indexOf('endbf')).match(/<[^<>]*>|[[\]]/g) ?? [];
    if (part.startsWith('char')) {
      for (let at = 0; at + 1 < written.length; at += 2) {
        found.set(numberOf(written[at]), textOf(written[at + 1]));
      }
    } else readRanges(written, found);
  }
  return found;
}

/** `<0001> <0003> <0041>`, or `<0001> <0003> [<0041> <0042> <0043>]`. */
function readRanges(written: readonly string[], found: Map<number, string>): void {
  for (let at = 0; at + 2 < written.length; ) {
    const first = numberOf(written[at]);
    const last = Math.min(numberOf(written[at + 1]), first + 0xffff);
    at += 2;
    if (written[at] === '[') {
      at++;
      for (let code = first; at < written.length && written[at] !== ']'; at++, code++) {
        found.set(code, textOf(written[at]));
      }
      at++;
      continue;
    }
    const text = textOf(written[at]);
    const end = text.charCodeAt(text.length - 1);
    for (let code = first; code <= last; code++) {
      found.set(code, text.slice(0, -1) + String.fromCharCode(end + code - first));
    }
    at++;
  }
}

function numberOf(written = ''): number {
  return Number.parseInt(written.slice(1, -1).replace(/\s/g, ''), 16);
}

/** UTF-16, four digits a unit. */
function textOf(written = ''): string {
  const units =
    written
      .slice(1, -1)
      .replace(/\s/g, '')
      .match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
