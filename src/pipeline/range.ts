/** Whether a slide number is asked for. */
export type SlideRange = (number: number) => boolean;

/** What `--range 1,6-8,20-` names; null where it cannot be read. */
export function readRange(text: string): SlideRange | null {
  const parts: { from: number; to: number }[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,6})(\s*-\s*(\d{0,6}))?\s*$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const open = match[2] !== undefined && match[3] === '';
    const to = open ? Number.POSITIVE_INFINITY : Number(match[3] ?? match[1]);
    if (from < 1 || to < from) return null;
    parts.push({ from, to });
  }
  return (number) => parts.some(({ from, to }) => number >= from && number <= to);
}
