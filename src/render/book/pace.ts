import type { Seconds } from '../../config/settings.js';
import type { Entry } from '../../model/timetable.js';
import type { Edition, Slide } from '../../model/workshop.js';
import { attribute } from '../../parse/attributes.js';
import type { Words } from '../../theme/words.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { agendaOf, clockOf, lengthOf } from './agenda.js';

/** What comes between two slides: a break, lunch, or the night. */
export interface Pause {
  readonly kind: Entry['kind'] | 'day';
  readonly clock: string;
  readonly title: string;
  readonly minutes: string | null;
}

/** Pauses by the id of the slide they come after. */
export function pausesOf(rendered: RenderedEdition): ReadonlyMap<string, readonly Pause[]> {
  const { edition } = rendered;
  const found = new Map<string, Pause[]>();
  const agenda = agendaOf(rendered);
  let last: string | null = null;
  for (const [index, day] of (edition.timetable?.days ?? []).entries()) {
    const shown = agenda?.days[index];
    const add = (pause: Pause) => {
      if (last !== null) found.set(last, [...(found.get(last) ?? []), pause]);
    };
    if (index > 0 && shown?.title != null) {
      add({ kind: 'day', clock: shown.rows[0]?.clock ?? '', title: shown.title, minutes: null });
    }
    for (const [line, { kind, slides }] of day.entries.entries()) {
      const row = shown?.rows[line];
      if (kind !== 'section' && row) add({ kind, clock: row.clock, title: row.title, minutes: row.minutes });
      last = slides.at(-1) ?? last;
    }
  }
  return found;
}

/** When a slide is shown: "09:20", or "+0:20" where nobody said when the day starts. */
export function clockAt(id: string, { timetable }: Edition): string | null {
  const planned = timetable?.slides.find((one) => one.id === id);
  if (!planned) return null;
  return planned.clock === null ? `+${clockOf(Math.floor(planned.at / 60))}` : clockOf(planned.clock);
}

/** "2 min", "1:30 min", "45 s": a slide is too short a time to round. */
export function exactLength(seconds: Seconds, words: Words): string {
  const rest = Math.round(seconds) % 60;
  if (seconds < 60 || seconds >= 600 || rest === 0) return lengthOf(Math.round(seconds), words);
  return `${Math.floor(seconds / 60)}:${String(rest).padStart(2, '0')} ${words.minutes}`;
}

/** Whether it is in this edition only because that has everything. */
export function isOptional({ attributes }: Slide): boolean {
  return attribute(attributes, 'tier')?.value === 'optional';
}
