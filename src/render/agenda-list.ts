import type { Edition } from '../model/workshop.js';
import type { Words } from '../theme/words.js';
import { agendaOf } from './book/agenda.js';
import { attributeString, escapeHtml } from './html.js';

/** A day of the agenda: `Day 2`, null where there is one only, and what comes on it. */
export interface AgendaRows {
  readonly title: string | null;
  readonly rows: readonly AgendaEntry[];
}

export interface AgendaEntry {
  readonly id: string | null;
  readonly title: string;
  readonly clock: string | null;
  readonly minutes: string;
  readonly kind: 'section' | 'break' | 'lunch';
}

/** The sections of an edition, with the times of its timetable where it has one. */
export function agendaRows(edition: Edition, words: Words): readonly AgendaRows[] {
  const { sections } = edition;
  const agenda = agendaOf({ edition, words });
  if (agenda === null) {
    const rows = sections.flatMap(({ id, title, number }): readonly AgendaEntry[] =>
      number === null ? [] : [{ id, title, clock: null, minutes: '', kind: 'section' }],
    );
    return [{ title: null, rows }];
  }
  // What has no clock of its own begins at nothing anybody could look at.
  const clocked = edition.settings.start !== null;
  return agenda.days.map((day) => ({
    title: agenda.days.length > 1 ? day.title : null,
    rows: day.rows.flatMap(({ clock, kind, minutes, section, title }): readonly AgendaEntry[] => {
      const named = section === null ? null : (sections[section] ?? null);
      // What comes before the first section is the beginning itself.
      if (kind === 'section' && named?.number == null) return [];
      return [{ id: named?.id ?? null, title, clock: clocked ? clock : null, minutes, kind }];
    }),
  }));
}

/** The same as a list that leads to them. */
export function agendaList(days: readonly AgendaRows[]): string {
  return days
    .map(({ title, rows }) => {
      const head = title ? `<p class="agenda-day">${escapeHtml(title)}</p>\n` : '';
      return `${head}${list(rows.map(row))}`;
    })
    .join('');
}

function list(rows: readonly string[]): string {
  return rows.length === 0
    ? ''
    : `<ol class="agenda-list" style="--rows: ${rows.length}">\n${rows.join('')}</ol>\n`;
}

function row(one: AgendaEntry): string {
  const title = escapeHtml(one.title);
  const name = one.id === null ? title : `<a${attributeString([['href', `#${one.id}`]])}>${title}</a>`;
  const clock = one.clock === null ? '' : `<span class="agenda-clock">${one.clock}</span> `;
  const minutes = one.minutes === '' ? '' : ` <span class="agenda-minutes">${escapeHtml(one.minutes)}</span>`;
  const kind = one.kind === 'section' ? null : 'agenda-break';
  return `<li${attributeString([['class', kind]])}>${clock}<span class="agenda-title">${name}</span>${minutes}</li>\n`;
}
