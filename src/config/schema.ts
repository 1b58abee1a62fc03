import * as v from 'valibot';
import { revealEntries } from './reveal-entries.js';
import { type Product, products } from './settings.js';
import {
  address,
  aspect,
  date,
  duration,
  folderOrNone,
  language,
  lunch,
  oneOf,
  oneOrMore,
  path,
  pathOrNone,
  pathsInOne,
  someSheets,
  text,
  textOrNone,
  timeOfDay,
  timezone,
  yesOrNo,
} from './value-kinds.js';

/**
 * Every key of `deck.yaml`, of front matter and of an edition: its type, and what it is for. The reference and the
 * JSON Schema are made from this. A schema's message completes the sentence "`key` should be …".
 */

/** `handout:`, by key. */
export const handoutEntries = {
  slides: v.pipe(
    oneOf([1, 2, 3, 4, 6, 9]),
    v.description(
      'Slides on a page of the handout: 3 where nobody says, 2 where slides show code. With one, `::: paper` and what unfolds stand below it. On a page of a booklet 1, 2 or 3.',
    ),
  ),
  sections: v.pipe(
    oneOf(['flow', 'page', 'right']),
    v.description(
      'Where a section starts: below the one before, on a new page, or on a right-hand page of what is printed on both sides.',
    ),
  ),
  booklet: v.pipe(
    yesOrNo,
    v.description(
      'Arrange the pages so that they fold into a booklet, two on a sheet. Print both sides and flip on the short edge.',
    ),
  ),
  cover: v.pipe(yesOrNo, v.description('Start with a cover page, and contents where there are sections.')),
  notes: v.pipe(
    yesOrNo,
    v.description('With one slide a page: print the speaker notes below it. This hands them out.'),
  ),
};

/** `breaks:`, by key. */
export const breaksEntries = {
  every: v.pipe(
    duration,
    v.description(
      'Longest stretch without a break. Breaks stand between slides, between sections if they can.',
    ),
  ),
  length: v.pipe(duration, v.description('How long a break is: 10 minutes where nobody says.')),
  lunch: v.pipe(lunch, v.description('When lunch is and how long: at the boundary of slides nearest to it.')),
};

const anEntry = 'the path of a file, or `{ file: …, time: { edition: 10m } }`';

/** One entry of `modules:` that is more than a path, by key. */
export const moduleEntries = {
  file: v.pipe(path, v.description('The module, relative to this file.')),
  time: v.pipe(
    v.record(v.string(), duration, 'editions and times, such as `{ half-day: 10m }`'),
    v.description('Time planned for the module, by edition.'),
  ),
};

const moduleEntry = v.pipe(
  v.union(
    [path, v.object({ file: moduleEntries.file, time: v.optional(moduleEntries.time) }, anEntry)],
    anEntry,
  ),
  v.transform((written) =>
    typeof written === 'string'
      ? { file: written, time: {} }
      : { file: written.file, time: written.time ?? {} },
  ),
);

const aModuleList = 'a list of files, such as `[modules/why.md, modules/how.md]`';
const aProductList = `a list of products: ${products.map((one) => `\`${one}\``).join(', ')}`;

export const entries = {
  title: v.pipe(text, v.description('The title. Without it the first heading, then the name of the file.')),
  subtitle: v.pipe(textOrNone, v.description('A second line below the title, on the title slide.')),
  authors: v.pipe(oneOrMore(text, 'a name or a list of names'), v.description('Who gives it.')),
  event: v.pipe(textOrNone, v.description('Where it is given: a conference, a meetup, a customer.')),
  place: v.pipe(textOrNone, v.description('The room or the town.')),
  date: v.pipe(date, v.description('The day. Without it and SOURCE_DATE_EPOCH no date is written.')),
  timezone: v.pipe(
    timezone,
    v.description('The time zone of `start`; the clock of the speaker view shows it.'),
  ),
  version: v.pipe(textOrNone, v.description('The version of the content.')),
  lang: v.pipe(
    language,
    v.description(
      'The language of the content and of our own words, such as "Page": these are English, German, Arabic or Hebrew.',
    ),
  ),
  theme: v.pipe(
    text,
    v.nonEmpty('the name of a theme'),
    v.description(
      'The look: a name that `deckhand themes` lists, or a folder of your own. Without it `harbor`.',
    ),
  ),
  variant: v.pipe(
    oneOf(['light', 'dark']),
    v.description(
      'The light or the dark side of the theme. Without it the one that the theme is made for: light, and in `cinder` dark. Light that is not set here is dark in the reading view for those who like it dark.',
    ),
  ),
  brand: v.pipe(
    pathOrNone,
    v.description(
      'A `brand.yaml` with the logo, the colours and the fonts of a house, for the theme `ensign`.',
    ),
  ),
  css: v.pipe(
    v.union([v.array(path, someSheets), pathsInOne], someSheets),
    v.description('Stylesheets of your own, scoped to the slides.'),
  ),
  templates: v.pipe(
    folderOrNone,
    v.description('A folder of templates and stylesheets of your own; they take the places of ours.'),
  ),
  aspect: v.pipe(aspect, v.description('The size of a slide. Without it `16:9`, which is `1280x720`.')),
  paper: v.pipe(oneOf(['a4', 'letter']), v.description('The paper of everything printed but the slides.')),
  sides: v.pipe(oneOf(['one', 'two']), v.description('Whether paper is printed on one side or on both.')),
  logo: v.pipe(
    pathOrNone,
    v.description('A picture on slides with `layout=title`, or at the foot of all of them.'),
  ),
  'logo-alt': v.pipe(
    textOrNone,
    v.description('What the logo says to those who cannot see it, such as the name of the firm.'),
  ),
  'logo-slides': v.pipe(
    oneOf(['title', 'all']),
    v.description('Where the logo stands: on title slides alone, or at the foot of the others as well.'),
  ),
  footer: v.pipe(
    textOrNone,
    v.description('A line at the foot of every slide. Without it the title; with `false` there is none.'),
  ),
  'slide-number': v.pipe(
    v.union(
      [oneOf(['c', 'c/t']), v.literal(false, 'one of `c`, `c/t`')],
      'one of `c`, `c/t`, or `false` for none',
    ),
    v.description('The number at the foot of a slide: current, or current and total.'),
  ),
  shortcuts: v.pipe(
    yesOrNo,
    v.description(
      'Whether single keys such as F and O do something in the deck. Viewers may choose otherwise; arrows always work.',
    ),
  ),
  license: v.pipe(
    textOrNone,
    v.description('The licence of the content, as `CC-BY-4.0`: at the foot of the handout.'),
  ),
  url: v.pipe(
    address,
    v.description('Where it can be found later: a slide with `layout=end` shows it, with its QR code.'),
  ),
  start: v.pipe(
    timeOfDay,
    v.description('When each day starts. The speaker view shows when a slide is planned.'),
  ),
  duration: v.pipe(
    duration,
    v.description('The time there is, without breaks. The timings are checked against it.'),
  ),
  'slide-time': v.pipe(duration, v.description('The time of a slide that has none of its own.')),
  breaks: v.pipe(
    v.partial(v.object(breaksEntries, 'a mapping such as `{ every: 60m, length: 10m, lunch: "12:30 60m" }`')),
    v.description('Breaks, laid in between the slides; each day has its own, and lunch.'),
  ),
  days: v.pipe(
    v.number('a number of days'),
    v.integer('a whole number of days'),
    v.minValue(1, 'at least one day'),
    v.maxValue(31, 'at most 31 days'),
    v.description(
      'How many days it takes. `duration` is all of them together; sections are divided evenly between them.',
    ),
  ),
  handout: v.pipe(
    v.partial(v.object(handoutEntries, 'a mapping such as `{ slides: 3 }`')),
    v.description('How the handout is laid out.'),
  ),
  fragments: v.pipe(
    oneOf(['last', 'all']),
    v.description('On paper: a page with everything shown, or one page for every step.'),
  ),
  products: v.pipe(
    oneOrMore<Product>(oneOf(products), aProductList),
    v.nonEmpty(aProductList),
    v.description(
      'What to make. Without it `deck`, `present`, `slides`, `handout`, and each further one that the content calls for.',
    ),
  ),
  html: v.pipe(
    oneOf(['safe', 'trusted']),
    v.description('Whether scripts and event handlers in the Markdown are dropped or kept.'),
  ),
  split: v.pipe(
    oneOf(['dividers', 'headings']),
    v.description('What starts a slide: dividers only, or headings of the first two levels as well.'),
  ),
  dialect: v.pipe(oneOf(['deckhand', 'reveal']), v.description('The Markdown the slides are written in.')),
  math: v.pipe(
    v.union([yesOrNo, v.picklist(['katex', 'mathjax'])], '`true` or `false`'),
    v.transform((written) => written !== false),
    v.description('Whether `$…$` is a formula.'),
  ),
  tier: v.pipe(oneOf(['core', 'all']), v.description('Leave out what is `tier=optional`, or keep it.')),
  ...revealEntries,
  modules: v.pipe(
    v.array(moduleEntry, aModuleList),
    v.nonEmpty(aModuleList),
    v.description('The files of the deck in their order; each is a section.'),
  ),
};

export type Key = keyof typeof entries;

/** What was written, by key. A key that is not there was not written; nothing is filled in. */
export type WrittenValues = { readonly [K in Key]?: v.InferOutput<(typeof entries)[K]> };

/** Keys whose value is text as it stands, though YAML may read a number: `version: 1.10` is not 1.1. */
export const textKeys: ReadonlySet<string> = new Set<Key>([
  'title',
  'subtitle',
  'authors',
  'event',
  'place',
  'date',
  'version',
  'footer',
  'license',
]);

/** The description of `editions:`, which stands beside the keys since an edition may override any of them. */
export const editionsDescription =
  'The same modules, cut differently: names, and below each the keys it overrides. The first is the main one.';

/** Checks one value against its key. */
export function checkValue(key: Key, value: unknown): v.SafeParseResult<v.GenericSchema> {
  return v.safeParse(entries[key] as v.GenericSchema, value);
}
