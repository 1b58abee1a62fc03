import type { Seconds } from '../../config/settings.js';
import type { Entry } from '../../model/timetable.js';
import type { Edition, Slide } from '../../model/workshop.js';
import type { Words } from '../../theme/words.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { type AgendaDay, type AgendaRow, agendaOf, lengthOf } from './agenda.js';
import { isOptional } from './pace.js';

/** The timetable as whoever runs the day needs it. */
export interface RunSheetView {
  readonly days: readonly (Omit<AgendaDay, 'rows'> & { readonly rows: readonly RunRow[] })[];
  readonly total: string | null;
  readonly handsOn: string | null;
  readonly over: string | null;
  /** What is left of the time there is. */
  readonly slack: string | null;
  /** Whether any line has something in these columns. */
  readonly slacks: boolean;
  readonly needs: boolean;
}

export interface RunRow extends Pick<AgendaRow, 'clock' | 'minutes' | 'title' | 'kind' | 'number'> {
  /** The chapter it is about; null for breaks. */
  readonly href: string | null;
  /** What is won when all is dropped that may be; null where there is nothing. */
  readonly slack: string | null;
  readonly tier: string | null;
  readonly tasks: readonly TaskLine[];
  readonly materials: string | null;
}

/** An exercise or a lab in a list. */
export interface TaskLine {
  readonly href: string;
  /** "Lab 3". */
  readonly kicker: string;
  readonly title: string;
  readonly minutes: string | null;
}

/** @param chapters ids of chapters by the index of their section */
export function runSheetOf(
  rendered: RenderedEdition,
  chapters: ReadonlyMap<number | null, string>,
): RunSheetView {
  const { edition, words } = rendered;
  const agenda = agendaOf(rendered);
  const { timetable } = edition;
  const row = (shown: AgendaRow, entry: Pick<Entry, 'kind' | 'slides' | 'section'>): RunRow => {
    const slides = edition.slides.filter(({ id }) => entry.slides.includes(id));
    const isPause = entry.kind !== 'section';
    return {
      ...shown,
      href: isPause ? null : (chapters.get(entry.section) ?? null),
      slack: lengthOrNull(toDrop(slides, edition), words),
      tier: isPause ? null : tierOf(slides, words),
      tasks: tasksOn(slides, edition, words),
      materials: needsOf(slides, edition).join(', ') || null,
    };
  };
  if (agenda === null || timetable === null) {
    const rows = sectionsOf(edition).map(({ shown, entry }) => row(shown, entry));
    const days = [{ title: null, end: null, rows }];
    return { days, ...columnsOf(days), total: null, handsOn: null, over: null, slack: null };
  }
  const days = agenda.days.map((day, index) => ({
    ...day,
    rows: day.rows.flatMap((shown, line) => {
      const entry = timetable.days[index]?.entries[line];
      return entry ? [row(shown, entry)] : [];
    }),
  }));
  const { total, handsOn, over } = agenda;
  const slack = lengthOrNull(Math.max(0, timetable.slack ?? 0), words);
  return { days, ...columnsOf(days), total, handsOn, over, slack };
}

function columnsOf(days: RunSheetView['days']) {
  const rows = days.flatMap((day) => day.rows);
  return {
    slacks: rows.some((row) => row.slack !== null),
    needs: rows.some((row) => row.materials !== null),
  };
}

/** What there is where no slide says how long it takes. */
function sectionsOf({ slides, sections, title }: Edition) {
  const indexes = [...new Set(slides.map((slide) => slide.section))];
  return indexes.map((section) => {
    const found = section === null ? null : sections[section];
    const number = found?.number ?? null;
    return {
      shown: {
        clock: '',
        minutes: '',
        title: found?.title ?? title,
        kind: 'section' as const,
        number: number === null ? null : String(number),
        section,
        tasks: [],
      },
      entry: {
        kind: 'section' as const,
        section,
        slides: slides.filter((slide) => slide.section === section).map(({ id }) => id),
      },
    };
  });
}

/** What `cut` cues win on some slides, and what is optional among them. */
function toDrop(slides: readonly Slide[], { teaching }: Edition): Seconds {
  const kept = slides.filter((slide) => !isOptional(slide));
  const cuts = teaching.cues.filter((cue) => cue.kind === 'cut' && kept.some(({ id }) => id === cue.slide));
  return sum(cuts.map((cue) => cue.time ?? 0)) + optionalTime(slides);
}

function optionalTime(slides: readonly Slide[]): Seconds {
  return sum(slides.filter(isOptional).map((slide) => slide.time));
}

function tierOf(slides: readonly Slide[], { book, ...words }: Words): string {
  const optional = slides.filter(isOptional);
  if (optional.length === 0) return book.core;
  if (optional.length === slides.length) return book.optional;
  const length = lengthOrNull(optionalTime(slides), { book, ...words });
  return length === null ? `${book.core}, ${book.optional}` : `${book.core}, ${length} ${book.optional}`;
}

/** Exercises and labs of slides, in reading order. */
export function tasksOn(slides: readonly Slide[], { teaching }: Edition, words: Words): readonly TaskLine[] {
  const all = [
    ...teaching.exercises.map((one) => ({ ...one, kind: 'exercise' as const })),
    ...teaching.labs.map((one) => ({ ...one, kind: 'lab' as const })),
  ];
  return slides.flatMap((slide) =>
    all
      .filter((one) => one.slide === slide.id)
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ kind, number, title, time }) => ({
        href: slide.id,
        kicker: `${words.blocks[kind]} ${number}`,
        title: title ?? slide.title ?? '',
        minutes: lengthOrNull(time ?? 0, words),
      })),
  );
}

/** What exercises and labs on some slides need, each once. */
export function needsOf(slides: readonly Slide[], { teaching }: Edition): readonly string[] {
  const ids = new Set(slides.map(({ id }) => id));
  const tasks = [...teaching.exercises, ...teaching.labs].filter((one) => ids.has(one.slide));
  return [...new Set(tasks.flatMap((one) => one.needs))];
}

function lengthOrNull(seconds: Seconds, words: Words): string | null {
  return seconds === 0 ? null : lengthOf(seconds, words);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
