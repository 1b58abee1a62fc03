import type { Progress } from '../pipeline/options.js';

/** What takes less than this needs no progress, in milliseconds. */
const quiet = { terminal: 500, plain: 4_000 };
/** Between two drawings, in milliseconds. */
const pause = { terminal: 80, plain: 4_000 };
const barCells = 24;

/** Where progress is shown: a stream, whether it is a terminal, and what time it is in milliseconds. */
export interface ProgressStream {
  readonly write: (text: string) => void;
  readonly terminal: boolean;
  readonly columns: number;
  readonly now: () => number;
}

export interface ProgressLine {
  readonly tell: (progress: Progress) => void;
  /** Takes the bar away, so that what follows starts on a clean line. */
  readonly done: () => void;
}

/** One bar that is redrawn in place on a terminal; elsewhere, such as in CI, a plain line now and then. */
export function progressLine(stream: ProgressStream): ProgressLine {
  const kind = stream.terminal ? 'terminal' : 'plain';
  const started = stream.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    tell(progress) {
      const now = stream.now();
      if (now - started < quiet[kind] || now - shownAt < pause[kind]) return;
      shownAt = now;
      drawn = stream.terminal;
      stream.write(stream.terminal ? `\r\u001b[K${bar(progress, stream.columns)}` : `${plain(progress)}\n`);
    },
    done() {
      if (drawn) stream.write('\r\u001b[K');
      drawn = false;
    },
  };
}

/** {@link progressLine} on stderr. A terminal in CI only records, so it gets plain lines. */
export function stderrProgress(): ProgressLine {
  return progressLine({
    write: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb',
    columns: process.stderr.columns || 80,
    now: () => performance.now(),
  });
}

function bar({ what, done, total }: Progress, columns: number): string {
  const filled = total === null || total === 0 ? 0 : Math.round((done / total) * barCells);
  const gauge = '━'.repeat(filled) + '┄'.repeat(barCells - filled);
  const count = total === null ? '' : ` ${done}/${total}`;
  return `${gauge}${count} ${what}`.slice(0, Math.max(10, columns - 1));
}

function plain({ what, done, total }: Progress): string {
  return total === null ? `… ${what}` : `… ${what} (${done} of ${total})`;
}
