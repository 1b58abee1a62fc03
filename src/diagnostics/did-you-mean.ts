/**
 * The one of `candidates` that somebody who wrote `word` most likely meant, or null where none is near enough.
 *
 * Near enough is a third of the word's length in typing mistakes: letters missing, extra, wrong or swapped.
 * Differences of case, `-` and `_` cost almost nothing, since `slideTime` is `slide-time` to most people.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (wanted === '' || wanted.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const offered = fold(candidate);
    if (Math.abs(offered.length - wanted.length) >= least) continue;
    const distance = typingMistakes(wanted, offered);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** A hint that offers the nearest name, else null. */
export function didYouMeanHint(word: string, candidates: Iterable<string>): string | null {
  const near = didYouMean(word, candidates);
  return near === null ? null : `Did you mean \`${near}\`?`;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each. */
function typingMistakes(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Number.POSITIVE_INFINITY;
}
