import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import { dialectOf, type ReadingFlags } from './dialect.js';
import { honouredOptions } from './reveal-options.js';
import type { WrittenValues } from './schema.js';
import type { Product, Settings } from './settings.js';
import type { Written } from './written.js';

/** What the command line says about settings; it wins over everything written. */
export interface SettingFlags extends ReadingFlags {
  readonly products?: readonly Product[] | undefined;
  readonly theme?: string | undefined;
  readonly paper?: 'a4' | 'letter' | undefined;
  /** Slides on a page of the handout. */
  readonly handout?: Settings['handout']['slides'] | undefined;
  readonly booklet?: boolean | undefined;
}

/** The look of a deck that names none. */
export const standardTheme = 'harbor';

/** What settings take from the environment of the process. */
export interface SettingEnvironment {
  /** The variable SOURCE_DATE_EPOCH: seconds since 1970, as text. */
  readonly sourceDateEpoch?: string | undefined;
}

/**
 * Fills in everything that was not written: flags first, then the edition, then the deck, then the default.
 * `edition` is one of `written.editions`, or null for the deck as it is written.
 */
export function resolveSettings(
  written: Written,
  edition: string | null,
  flags: SettingFlags,
  environment: SettingEnvironment,
): Noticed<Settings> {
  const values = cut(written, edition);
  const spanOf = placeFinder(written, edition);
  const options = honouredOptions(values.revealOptions ?? {});
  const epoch = dateOfEpoch(environment.sourceDateEpoch);
  const booklet = flags.booklet ?? values.handout?.booklet ?? false;
  const logoShown = { alt: values['logo-alt'] || '', slides: values['logo-slides'] ?? 'title' };
  const settings: Settings = {
    title: values.title || null,
    subtitle: values.subtitle || null,
    authors: (values.authors ?? []).filter((name) => name !== ''),
    event: values.event || null,
    place: values.place || null,
    date: values.date ?? epoch.value,
    timezone: values.timezone ?? null,
    version: values.version || null,
    lang: values.lang ?? 'en',
    theme: flags.theme ?? values.theme ?? standardTheme,
    variant: values.variant ?? null,
    brand: values.brand ? { file: values.brand, span: spanOf('brand') } : null,
    css: (values.css ?? []).map((file, index) => ({ file, span: spanOf('css', index) })),
    templates: values.templates ? { folder: values.templates, span: spanOf('templates') } : null,
    aspect: values.aspect ?? options.aspect ?? { width: 1280, height: 720 },
    paper: flags.paper ?? values.paper ?? 'a4',
    sides: values.sides ?? 'one',
    logo: values.logo ? { file: values.logo, span: spanOf('logo'), ...logoShown } : null,
    logoOfBrand: values.logo === false ? null : logoShown,
    footer: values.footer === false ? false : values.footer || null,
    slideNumber: values['slide-number'] ?? 'c',
    shortcuts: values.shortcuts ?? true,
    license: values.license || null,
    url: values.url ?? null,
    start: values.start ?? null,
    duration: values.duration ?? null,
    slideTime: values['slide-time'] ?? null,
    breaks:
      values.breaks === undefined
        ? null
        : {
            every: values.breaks.every ?? null,
            length: values.breaks.length ?? null,
            lunch: values.breaks.lunch ?? null,
          },
    days: values.days ?? 1,
    handout: {
      slides: flags.handout ?? values.handout?.slides ?? (booklet ? 2 : 3),
      asked: flags.handout !== undefined || values.handout?.slides !== undefined,
      sections: values.handout?.sections ?? 'flow',
      booklet,
      cover: values.handout?.cover ?? false,
      notes: values.handout?.notes ?? false,
    },
    fragments: values.fragments ?? 'last',
    products: flags.products ?? values.products ?? null,
    html: values.html ?? 'safe',
    split: values.split ?? 'dividers',
    dialect: dialectOf(values, flags),
    transition: options.transition,
    screen: options.screen,
    math: values.math ?? true,
    tier: values.tier ?? 'core',
    modules: values.modules?.map((module, index) => ({ ...module, span: spanOf('modules', index) })) ?? null,
  };
  return { value: settings, diagnostics: values.date === undefined ? epoch.diagnostics : [] };
}

/**
 * The editions of a deck to build: all of them, or the one asked for. `[null]` is a deck without editions, built as
 * it is written; empty means that the deck does not have the one asked for.
 */
export function editionsToBuild(written: Written, asked: string | undefined): readonly (string | null)[] {
  const names = written.editions.map((edition) => edition.name);
  if (asked !== undefined) return names.filter((name) => name === asked);
  return names.length === 0 ? [null] : names;
}

/** What to say when none of the decks has the edition asked for; null when one has. */
export function unknownEdition(decks: readonly Written[], asked: string): Diagnostic | null {
  const names = new Set(decks.flatMap((written) => written.editions.map((edition) => edition.name)));
  if (names.has(asked)) return null;
  const list = [...names].map((name) => `\`${name}\``).join(', ');
  return diagnostic('deck/unknown-edition', null, `No deck has an edition \`${asked}\`.`, {
    hint:
      didYouMeanHint(asked, names) ??
      (list === '' ? 'Editions are named below `editions:` in the settings of a deck.' : `There is ${list}.`),
  });
}

/** The deck's values with the edition's over them; `handout` and `breaks` are joined key by key. */
function cut(written: Written, edition: string | null): WrittenValues {
  const base = written.values;
  const over = written.editions.find((one) => one.name === edition)?.values;
  if (over === undefined) return base;
  return {
    ...base,
    ...over,
    ...(base.handout && over.handout ? { handout: { ...base.handout, ...over.handout } } : {}),
    ...(base.breaks && over.breaks ? { breaks: { ...base.breaks, ...over.breaks } } : {}),
  };
}

/** Finds the place of a value where it was written: in the edition if it overrides the key, else in the deck. */
function placeFinder(
  written: Written,
  edition: string | null,
): (key: keyof WrittenValues, index?: number) => Span {
  const over = written.editions.find((one) => one.name === edition);
  return (key, index) => {
    const path = over?.values[key] === undefined ? key : `editions.${over.name}.${key}`;
    const span =
      (index === undefined ? undefined : written.places.get(`${path}.${index}`)) ?? written.places.get(path);
    if (span === undefined) throw new Error(`No place is known for ${path}.`);
    return span;
  };
}

function dateOfEpoch(epoch: string | undefined): Noticed<string | null> {
  if (epoch === undefined || epoch === '') return { value: null, diagnostics: [] };
  const seconds = /^\d{1,11}$/.test(epoch) ? Number(epoch) : null;
  if (seconds !== null)
    return { value: new Date(seconds * 1000).toISOString().slice(0, 10), diagnostics: [] };
  const message = `The variable SOURCE_DATE_EPOCH is \`${epoch}\`, which is no time in seconds.`;
  return { value: null, diagnostics: [diagnostic('deck/bad-epoch', null, message)] };
}
