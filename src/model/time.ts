import { aLengthOfTime, parseDuration } from '../config/duration.js';
import type { Seconds } from '../config/settings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Attributes, Block } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { have } from '../parse/kinds.js';
import { childBlocks } from '../parse/walk.js';

/**
 * How long a slide takes: what it says; else the sum of its exercises and labs; else the deck's `slide-time`.
 * A slide's own time includes its exercises and labs.
 */
export function slideTime(
  attributes: Attributes,
  blocks: readonly Block[],
  standard: Seconds | null,
  notice: (one: Diagnostic) => void,
): Seconds {
  const own = timeIn(attributes, notice);
  const tasks = tasksTime(blocks, notice);
  if (own === null) return tasks > 0 ? tasks : (standard ?? 0);
  const pair = attribute(attributes, 'time');
  if (tasks > own && pair) {
    notice(
      diagnostic(
        'time/slide-too-short',
        pair.span,
        `The slide has ${formatDuration(own)}, and its exercises and labs take ${formatDuration(tasks)}.`,
        { hint: 'A slide’s time includes them: give it more, or leave it out, and it is their sum.' },
      ),
    );
  }
  return own;
}

/** What the exercises and labs among some blocks take. One that says its time includes those inside of it. */
export function tasksTime(blocks: readonly Block[], notice: (one: Diagnostic) => void = () => {}): Seconds {
  if (!have(blocks, 'container')) return 0;
  let sum = 0;
  for (const block of blocks) {
    const inside = tasksTime(childBlocks(block), notice);
    sum += isTask(block) ? (timeIn(block.attributes, notice) ?? inside) : inside;
  }
  return sum;
}

function isTask(block: Block): boolean {
  return block.type === 'container' && (block.name === 'exercise' || block.name === 'lab');
}

/** `time=5m`, or null without; what cannot be read is noticed at its place. */
export function timeIn(attributes: Attributes, notice: (one: Diagnostic) => void): Seconds | null {
  const pair = attribute(attributes, 'time');
  if (!pair) return null;
  const seconds = pair.value === null ? null : parseDuration(pair.value);
  if (seconds === null) {
    notice(
      diagnostic(
        'slide/bad-time',
        pair.span,
        `\`${pair.value ?? 'time'}\` is no ${aLengthOfTime}.`.replace('no a ', 'no '),
        {
          hint: 'Write it as in `time=4m`.',
        },
      ),
    );
  }
  return seconds;
}

/** `45 min`, `1 h 30 min`, `2 min 30 s`: for people. Seconds are told below an hour only. */
export function formatDuration(seconds: Seconds): string {
  const unit = seconds < 3600 ? 1 : 60;
  let rest = Math.round(seconds / unit) * unit;
  const parts: string[] = [];
  for (const [name, length] of [
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * length;
  }
  return parts.join(' ') || '0 min';
}
