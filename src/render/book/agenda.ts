import type { MinuteOfDay, Seconds } from '../../config/settings.js';
import { isPublicTask } from '../../model/public-teaching.js';
import type { Day, Entry, Task, Timetable } from '../../model/timetable.js';
import type { Words } from '../../theme/words.js';
import { longDate } from '../deck-view.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** A timetable as people read it. */
export interface AgendaView {
  readonly days: readonly AgendaDay[];
  /** "3 h 50 min". */
  readonly total: string;
  /** "2 h 10 min, 57 %"; null without exercises and labs. */
  readonly handsOn: string | null;
  /** How much longer it takes than planned; null where it fits. */
  readonly over: string | null;
}

export interface AgendaDay {
  /** "Day 2 · 23 November 2026"; null where there is one day without a date. */
  readonly title: string | null;
  readonly rows: readonly AgendaRow[];
  /** When the day ends; null where nobody said when it starts. */
  readonly end: string | null;
}

export interface AgendaRow {
  /** "09:00", or "+0:20" where nobody said when the day starts. */
  readonly clock: string;
  readonly minutes: string;
  readonly title: string;
  readonly kind: Entry['kind'];
  readonly number: string | null;
  /** The chapter it is about; null for breaks. */
  readonly section: number | null;
  readonly tasks: readonly {
    readonly kind: Task['kind'];
    readonly title: string;
    readonly minutes: string;
  }[];
}

/** The timetable of an edition as participants know it; null where no slide says how long it takes. */
export function agendaOf({ edition, words }: Pick<RenderedEdition, 'edition' | 'words'>): AgendaView | null {
  const { timetable, settings, sections } = edition;
  if (timetable === null) return null;
  const { days, time, handsOn, slack } = timetable;
  const isPublic = isPublicTask(edition);
  const share = time === 0 ? 0 : Math.round((handsOn / time) * 100);
  return {
    days: days.map((day) => ({
      title: dayTitle(day, timetable, settings.lang, words),
      end: day.end === null ? null : clockOf(day.end),
      rows: day.entries.map((entry): AgendaRow => {
        const section = entry.section === null ? null : sections[entry.section];
        return {
          clock: entry.clock === null ? `+${clockOf(Math.floor(entry.at / 60))}` : clockOf(entry.clock),
          minutes: lengthOf(entry.time, words),
          title: entryTitle(entry, edition.title, words),
          kind: entry.kind,
          number: section?.number == null ? null : String(section.number),
          section: entry.section,
          tasks: entry.tasks.filter(isPublic).map((task) => ({
            kind: task.kind,
            title: taskTitle(task, words),
            minutes: lengthOf(task.time, words),
          })),
        };
      }),
    })),
    total: lengthOf(time, words),
    handsOn: handsOn === 0 ? null : `${lengthOf(handsOn, words)}, ${share} %`,
    over: slack !== null && slack < 0 ? lengthOf(-slack, words) : null,
  };
}

/** What a line of the timetable is called. */
export function entryTitle(entry: Entry, deck: string, { book }: Words): string {
  if (entry.kind === 'lunch') return book.lunch;
  if (entry.kind === 'break') return book.break;
  const title = entry.title ?? deck;
  return entry.continued ? `${title} (${book.continued})` : title;
}

/** "Lab 3: Moor her". */
export function taskTitle({ kind, number, title }: Task, { blocks }: Words): string {
  const name = `${blocks[kind]} ${number}`;
  return title === '' ? name : `${name}: ${title}`;
}

function dayTitle({ number, date }: Day, { days }: Timetable, lang: string, words: Words): string | null {
  const day = days.length > 1 ? `${words.day} ${number}` : null;
  const parts = [day, longDate(date, lang)].filter((one) => one !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** `09:05`. */
export function clockOf(minutes: MinuteOfDay): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** "25 min", "1 h 30 min"; seconds only where there are no minutes, and nothing where nobody gave a time. */
export function lengthOf(seconds: Seconds, words: Words): string {
  if (seconds === 0) return '';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} ${words.minutes}`;
  return rest === 0
    ? `${hours} ${words.book.hours}`
    : `${hours} ${words.book.hours} ${rest} ${words.minutes}`;
}
