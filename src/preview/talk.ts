import type { LiveEdition } from '../pipeline/live.js';

/** Where the talk is, as the speaker's page tells it. */
export interface Talk {
  /** Which page it is: one that is opened later takes the lead with its first step. */
  readonly page: string;
  readonly folder: string;
  /** Id of the slide, and how many of its steps are shown. */
  readonly id: string;
  readonly step: number;
  readonly stepsLeft: number;
  readonly dark: boolean;
  /** Milliseconds the talk has taken, and whether its clock runs. */
  readonly elapsed: number;
  readonly running: boolean;
}

/** What may be asked of the speaker's page from elsewhere. */
const orders = ['next', 'previous', 'dark', 'clock', 'reset'] as const;
export type Order = (typeof orders)[number];

/** Reads what a speaker's page has sent; null for anything else. */
export function readTalk(sent: unknown): Talk | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const { page, folder, id, step, stepsLeft, dark, elapsed, running } = sent as Record<string, unknown>;
  const texts = [page, folder, id].every((one) => typeof one === 'string' && one.length <= 300);
  const numbers = [step, stepsLeft, elapsed].every((one) => typeof one === 'number' && Number.isFinite(one));
  const flags = [dark, running].every((one) => typeof one === 'boolean');
  if (!texts || !numbers || !flags) return null;
  return { page, folder, id, step, stepsLeft, dark, elapsed, running } as Talk;
}

export function readOrder(sent: unknown): Order | null {
  const asked = typeof sent === 'object' && sent !== null && 'do' in sent ? sent.do : null;
  return orders.find((one) => one === asked) ?? null;
}

/** What everybody in the room may know of it. */
export function forAudience({ folder, id, step }: Talk): object {
  return { folder, id, step };
}

/** What the speaker's phone shows. */
export function forRemote(talk: Talk, edition: LiveEdition | undefined): object {
  const slides = edition?.rendered.slides ?? [];
  const at = slides.findIndex(({ slide }) => slide.id === talk.id);
  const [now, next] = [slides[at], slides[at + 1]];
  return {
    ...talk,
    number: at + 1,
    count: slides.length,
    title: now?.slide.title ?? null,
    next: next?.slide.title ?? null,
    notesHtml: now?.notesHtml ?? '',
    plan: edition === undefined ? null : planAt(edition, at),
  };
}

/** When a slide is planned, in seconds from the start of its day: the same as the speaker's page reads. */
function planAt({ rendered: { edition } }: LiveEdition, at: number): object | null {
  const { slides, timetable, time } = edition;
  const slide = slides[at];
  if (!slide) return null;
  const planned = timetable?.slides[at] ?? null;
  const from = planned?.at ?? slides.slice(0, at).reduce((sum, one) => sum + one.time, 0);
  const of = timetable?.days[(planned?.day ?? 1) - 1]?.time ?? time;
  return of > 0 ? { from, to: from + slide.time, of } : null;
}
