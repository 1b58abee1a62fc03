import { isPublicTask } from '../../model/public-teaching.js';
import { pageFile } from '../../theme/page-files.js';
import { type AgendaDay, agendaOf, entryTitle, taskTitle } from '../book/agenda.js';
import { calendarOf } from '../book/calendar.js';
import { coverOf } from '../book/cover.js';
import { pageDirection } from '../direction.js';
import { licenceName } from '../licence.js';
import type { RenderedPage } from '../page.js';
import { paperSize } from '../paper-size.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { distinctAssets, pageOf, paperOf, sheets } from './static-page.js';

/**
 * `agenda.pdf`: a page a day, for the wall; with a date and a start, `agenda.ics` beside it. Null when no slide says how
 * long it takes.
 */
export function agendaPage(rendered: RenderedEdition): RenderedPage | null {
  const { edition, theme, words } = rendered;
  const { settings, timetable } = edition;
  const agenda = agendaOf(rendered);
  if (agenda === null || timetable === null) return null;
  const cover = coverOf(rendered, words.agenda, false);
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    agenda: pageFile(theme.templates, 'agenda.css'),
    theme: theme.slidesCss,
    paper: `${theme.paperCss}\n${theme.booksCss}`,
  });
  const { width, height } = paperSize(settings.paper);
  const days = agenda.days.map((day, index) => ({
    ...day,
    id: `day-${index + 1}`,
    ...typeOf(day, { width, height }),
    agenda: { ...agenda, days: [day] },
  }));
  const title = `${edition.title} · ${words.agenda}`;
  const html = rendered.templates.page('agenda.hbs', {
    lang: settings.lang,
    ...pageDirection(settings.lang, '20mm'),
    title,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    paper: settings.paper,
    license: settings.license && licenceName(settings.license),
    cover: cover.view,
    words,
    days,
  });
  const paper = paperOf(rendered, {
    title,
    width,
    height,
    pages: days.length,
    mayGrow: true,
    flow: null,
    bookmarks: days.map(({ id, title: day }) => ({ level: 1, title: day ?? words.agenda, target: id })),
    places: new Map(),
  });
  const folder = `public/${edition.folder}`;
  const assets = distinctAssets(styles, cover.assets);
  const page = pageOf(rendered, 'agenda', `${folder}/agenda.pdf`, html, assets, paper);
  const calendar = calendarOf(timetable, {
    folder: edition.folder,
    place: settings.place,
    url: settings.url,
    titleOf: (entry) => entryTitle(entry, edition.title, words),
    detailsOf: ({ tasks }) =>
      tasks
        .filter(isPublicTask(edition))
        .map((task) => taskTitle(task, words))
        .join('\n'),
  });
  if (calendar === null) return page;
  return { ...page, beside: [{ path: `${folder}/agenda.ics`, bytes: Buffer.from(calendar) }] };
}

/** Points: what the head of a page and its margins take, and the largest and smallest type of a day. */
const around = { width: 100, height: 250 };
const sizes = { largest: 20, smallest: 8 };

/** As large as a day fits on its page, to be read from a few steps away; a day that does not fit in the smallest type is set close. */
function typeOf({ rows }: AgendaDay, page: { readonly width: number; readonly height: number }) {
  const room = { width: page.width * 0.75 - around.width, height: page.height * 0.75 - around.height };
  for (let size = sizes.largest; size >= sizes.smallest; size -= 0.5) {
    if (heightAt(size, rows, room.width) <= room.height) return { size, close: false };
  }
  return { size: sizes.smallest, close: true };
}

/** Points that the rows take in type of a size: lines of 1.25, titles in bold beside clock and minutes, tasks smaller and one behind the other. */
function heightAt(size: number, rows: AgendaDay['rows'], width: number): number {
  const lines = (text: string, letter: number, indent: number) =>
    Math.ceil((text.length * letter) / (width / size - indent));
  // Tasks are not smaller than can be read.
  const task = Math.max(0.82 * size, 7.5);
  const perRow = rows.map(({ title, tasks }) => {
    const below = lines(tasks.map((one) => `${one.title} ${one.minutes} — `).join(''), 0.47, 12);
    return size * (0.8 + 1.25 * lines(title, 0.58, 10.5)) + task * (below === 0 ? 0 : 0.15 + 1.35 * below);
  });
  return perRow.reduce((sum, one) => sum + one, 4.5 * size);
}
