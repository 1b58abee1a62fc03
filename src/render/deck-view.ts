import type { Edition } from '../model/workshop.js';
import type { MediaFile, RenderContext } from './context.js';
import { codeOf } from './qr.js';

/** What templates may say of a deck. */
export interface DeckInformation {
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: string | null;
  readonly event: string | null;
  readonly place: string | null;
  /** In long form and the deck's language: "22 November 2026". */
  readonly date: string | null;
  readonly version: string | null;
  readonly logoSrc: string | null;
  /** Empty where the logo says nothing. */
  readonly logoAlt: string;
  readonly license: string | null;
  readonly url: string | null;
  /** The address as a QR code; null where none is drawn. */
  readonly urlCodeHtml: string | null;
}

export function deckView(
  edition: Edition,
  media: (from: string, target: string) => MediaFile | null,
  codes: Pick<RenderContext, 'qr' | 'words'>,
): DeckInformation {
  const { settings } = edition;
  const { logo } = settings;
  return {
    title: edition.title,
    subtitle: settings.subtitle,
    authors: settings.authors.length > 0 ? settings.authors.join(', ') : null,
    event: settings.event,
    place: settings.place,
    date: longDate(settings.date, settings.lang),
    version: settings.version,
    logoSrc: logo ? (media(logo.span.file, logo.file)?.href ?? null) : null,
    logoAlt: logo?.alt ?? '',
    license: settings.license,
    url: settings.url,
    urlCodeHtml: settings.url === null ? null : codeOf(settings.url, codes) || null,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date of the calendar, the same in every time zone. English is written as most of the world reads it: day first. */
export function longDate(date: string | null, lang: string): string | null {
  if (date === null) return null;
  const locale = lang === 'en' ? 'en-GB' : lang;
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format.format(new Date(`${date}T12:00:00Z`));
}
