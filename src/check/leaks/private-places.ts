import type { Span } from '../../diagnostics/source.js';

/** Places in files, put together, to ask whether another place lies in one of them. */
export class Places {
  readonly #byFile = new Map<string, Span[]>();

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
    for (const span of sorted) {
      const before = this.#byFile.get(span.file) ?? [];
      const last = before.at(-1);
      if (last !== undefined && span.start <= last.end) {
        before[before.length - 1] = { ...last, end: Math.max(last.end, span.end) };
      } else before.push(span);
      this.#byFile.set(span.file, before);
    }
  }

  /** Whether all of a place lies in one of these. */
  hold({ file, start, end }: Span): boolean {
    const places = this.#byFile.get(file) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const place = places[low - 1];
    return place !== undefined && end <= place.end;
  }

  /** A file's text without what lies in these. */
  without(file: string, text: string): string {
    let at = 0;
    let rest = '';
    for (const { start, end } of this.#byFile.get(file) ?? []) {
      rest += `${text.slice(at, start)}\n`;
      at = end;
    }
    return rest + text.slice(at);
  }
}
