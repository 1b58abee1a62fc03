import type { Edition } from '../model/workshop.js';
import type { Words } from '../theme/words.js';
import { agendaOf } from './book/agenda.js';
import { attributeString, escapeHtml } from './html.js';

/** The sections of an edition as a list that leads to them, with the times of its timetable where it has one. */
export function agendaList(edition: Edition, words: Words): string {
  const { sections } = edition;
  const agenda = agendaOf({ edition, words });
  if (agenda === null) {
    const rows = sections.flatMap((section) =>
      section.number === null ? [] : [row({ ...section, clock: null, minutes: '', kind: 'section' })],
    );
    return list(rows);
  }
  // What has no clock of its own begins at nothing anybody could look at.
  const clocked = edition.settings.start !== null;
  return agenda.days
    .map((day) => {
      const rows = day.rows.flatMap(({ clock, kind, minutes, section, title }) => {
        const named = section === null ? null : (sections[section] ?? null);
        // What comes before the first section is the beginning itself.
        if (kind === 'section' && named?.number == null) return [];
        return [row({ id: named?.id ?? null, title, clock: clocked ? clock : null, minutes, kind })];
      });
      const head =
        agenda.days.length > 1 && day.title ? `<p class="agenda-day">${escapeHtml(day.title)}</p>\n` : '';
      return `${head}${list(rows)}`;
    })
    .join('');
}

function list(rows: readonly string[]): string {
  return rows.length === 0
    ? ''
    : `<ol class="agenda-list" style="--rows: ${rows.length}">\n${rows.join('')}</ol>\n`;
}

function row(one: {
  readonly id: string | null;
  readonly title: string;
  readonly clock: string | null;
  readonly minutes: string;
  readonly kind: 'section' | 'break' | 'lunch';
}): string {
  const title = escapeHtml(one.title);
  const name = one.id === null ? title : `<a${attributeString([['href', `#${one.id}`]])}>${title}</a>`;
  const clock = one.clock === null ? '' : `<span class="agenda-clock">${one.clock}</span> `;
  const minutes = one.minutes === '' ? '' : ` <span class="agenda-minutes">${escapeHtml(one.minutes)}</span>`;
  const kind = one.kind === 'section' ? null : 'agenda-break';
  return `<li${attributeString([['class', kind]])}>${clock}<span class="agenda-title">${name}</span>${minutes}</li>\n`;
}
