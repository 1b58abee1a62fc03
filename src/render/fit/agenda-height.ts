import type { AgendaEntry, AgendaRows } from '../agenda-list.js';
import { total } from './heights.js';
import type { Room, Ruler } from './ruler.js';
import { boldWeight, linesOfText } from './words.js';

/** The agenda's height: a row for each entry, as large as their number lets them be; ten and more stand in two columns. */
export function agendaHeight(days: readonly AgendaRows[], room: Room, ruler: Ruler): number {
  const { scale } = ruler;
  const heights = days.flatMap(({ title, rows }) => [
    ...(title ? [2.75 * room.leading * scale] : []),
    ...(rows.length === 0 ? [] : [listHeight(rows, room, ruler)]),
  ]);
  return total(heights, 3 * scale);
}

function listHeight(rows: readonly AgendaEntry[], { width, leading }: Room, ruler: Ruler): number {
  const { scale } = ruler;
  const many = rows.length > 9;
  const size = (many ? 2.75 : Math.min(4, Math.max(2.5, 42 / rows.length))) * scale;
  const edge = (many ? 0.8 : Math.min(1.6, Math.max(0.55, 26 / rows.length - 2.6))) * scale;
  const whole = many ? (width - 6 * scale) / 2 : width;
  const heights = rows.map(({ title, clock, minutes }) => {
    const gap = (many ? 1.5 : 3) * scale;
    const before = (clock === null ? 6 : many ? 9 : 13) * scale + gap;
    const behind = minutes === '' ? 0 : 0.6 * minutes.length * size + gap;
    const lines = linesOfText(title, { width: whole - before - behind, size, leading }, ruler, boldWeight);
    return lines * 1.25 * size + 2 * edge + 0.2 * scale;
  });
  // Rows stay whole, so one column may have one more.
  return many ? total(heights, 0) / 2 + Math.max(...heights) / 2 : total(heights, 0);
}
