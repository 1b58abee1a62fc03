import { basename } from 'node:path/posix';
import { attributeString, escapeHtml } from './html.js';

/** A film or a sound, in Markdown or in HTML. */
export interface Film {
  readonly tag: 'video' | 'audio';
  /** The file beside the page. */
  readonly href: string;
  /** What is to be seen or heard. */
  readonly label: string;
  /** A picture of it, beside the page. */
  readonly poster: string | null;
}

/**
 * What stands in a film's place on paper: its still, or a drawn place for it, and a link to the file. Themes show it
 * in print and hide it on a screen.
 */
export function still({ tag, href, label, poster }: Film): string {
  const name = fileName(href);
  const words = label === '' ? name : label;
  const sign = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 4v16l13-8z"></path></svg>';
  const picture =
    poster !== null
      ? `<img${attributeString([
          ['src', poster],
          ['alt', words],
        ])}>`
      : sign;
  const kind = poster === null ? `still still-${tag}` : 'still still-poster';
  return `<a class="${kind}" href="${escapeHtml(href)}">${picture}<span>${escapeHtml(name)}</span></a>`;
}

/** A name as the author knows it, without the mark of its content. */
function fileName(href: string): string {
  return decodeURIComponent(basename(href)).replace(/\.[\da-f]{8}(?=\.[^.]+$)/, '');
}

/** A film on a screen and its still on paper, together. */
export function filmWithStill(player: string, film: Film): string {
  return `<span class="film film-${film.tag}">${player}${still(film)}</span>`;
}

const player = /<(video|audio)\b(?:"[^"]*"|'[^']*'|[^>"'])*>[\s\S]*?<\/\1>/g;

/** HTML for paper, where no film plays: the stills alone. */
export function onlyStills(html: string): string {
  if (!html.includes('class="film ')) return html;
  return html.replace(player, '').replaceAll('class="film ', 'class="film printed ');
}
