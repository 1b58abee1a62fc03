import * as v from 'valibot';
import { anAspect, parseAspect } from './aspect.js';
import { aLengthOfTime, aTimeOfDay, parseDuration, parseTimeOfDay } from './duration.js';

/** What values of settings may be. A schema's message completes the sentence "`key` should be …". */

const aText = 'text';
export const text = v.pipe(
  v.string(aText),
  v.transform((written) => written.trim().replaceAll(/\s+/g, ' ')),
  v.regex(/^\P{Cc}*$/u, 'text without control characters'),
);

/** `false` says that there is none, which an edition needs to take back what the deck says. */
export const textOrNone = v.union([text, v.literal(false, aText)], 'text, or `false` for none');

const aPath = 'the path of a file, relative to this one';
export const path = v.pipe(v.string(aPath), v.trim(), v.nonEmpty(aPath));
export const pathOrNone = v.union([path, v.literal(false, aPath)], `${aPath}, or \`false\` for none`);

const aFolder = 'the path of a folder, relative to this file';
export const folderOrNone = v.union(
  [v.pipe(v.string(aFolder), v.trim(), v.nonEmpty(aFolder)), v.literal(false, aFolder)],
  `${aFolder}, or \`false\` for none`,
);

export const someSheets = 'the path of a stylesheet or a list of them';

/** reveal-md takes several stylesheets in one text, with commas between. */
export const pathsInOne = v.pipe(
  path,
  v.transform((written) => written.split(/\s*,\s*/).filter((one) => one !== '')),
);

/**
 * Reads with `parse`, whose null becomes the message. `pattern` says the same to editors, as the JSON Schema's regular
 * expression for text: it takes all that `parse` takes, and what else it takes is seen when the deck is built.
 */
function readWith<Input extends string | number, Output>(
  input: v.GenericSchema<unknown, Input>,
  expected: string,
  parse: (written: Input) => Output | null,
  pattern?: string,
) {
  return v.pipe(
    input,
    v.metadata(pattern === undefined ? {} : { pattern }),
    v.rawTransform<Input, Output>(({ dataset, addIssue, NEVER }) => {
      const read = parse(dataset.value);
      if (read !== null) return read;
      addIssue({ message: expected });
      return NEVER;
    }),
  );
}

const textOrNumber = (expected: string) => v.union([v.string(), v.number()], expected);
const lengthPattern = '(?:[0-9.]+ ?[hH] ?)?(?:[0-9.]+ ?(?:[mM]|[mM][iI][nN])? ?)?(?:[0-9]+ ?[sS])?';
const dayTimePattern = '[0-9]{1,2}:[0-5][0-9]';
export const duration = readWith(
  textOrNumber(aLengthOfTime),
  aLengthOfTime,
  parseDuration,
  `^\\s*(?=[0-9])${lengthPattern}\\s*$`,
);
export const timeOfDay = readWith(
  v.string(aTimeOfDay),
  aTimeOfDay,
  parseTimeOfDay,
  `^\\s*${dayTimePattern}\\s*$`,
);
export const aspect = readWith(v.string(anAspect), anAspect, parseAspect, '^\\s*[0-9]+ ?[:xX×] ?[0-9]+\\s*$');

export function oneOf<const Options extends readonly (string | number)[]>(options: Options) {
  return v.picklist(options, `one of ${options.map((one) => `\`${one}\``).join(', ')}`);
}

export const yesOrNo = v.boolean('`true` or `false`');

/** One or several, always a list afterwards. */
export function oneOrMore<Item>(item: v.GenericSchema<unknown, Item>, expected: string) {
  return v.pipe(
    v.union([v.array(item, expected), item], expected),
    v.transform((written): readonly Item[] => (Array.isArray(written) ? written : [written as Item])),
  );
}

const aDate = 'a date such as `2026-11-22`';
export const date = readWith(
  v.string(aDate),
  aDate,
  (written) => {
    const day = written.trim();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
  },
  '^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$',
);

const aLanguage = 'a language tag such as `en` or `de-CH`';
export const language = readWith(v.string(aLanguage), aLanguage, (written) => {
  try {
    return Intl.getCanonicalLocales(written.trim())[0] ?? null;
  } catch {
    return null;
  }
});

const aTimezone = 'a time zone such as `Europe/Berlin`';
export const timezone = readWith(v.string(aTimezone), aTimezone, (written) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
});

const anAddress = 'an address that starts with `https://` or `http://`';
export const address = readWith(
  v.string(anAddress),
  anAddress,
  (written) => {
    const url = URL.canParse(written.trim()) ? new URL(written.trim()) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? written.trim() : null;
  },
  '^\\s*[hH][tT][tT][pP][sS]?:',
);

const aLunch = 'a time of day and a length, such as `"12:30 60m"`';
export const lunch = readWith(
  v.string(aLunch),
  aLunch,
  (written) => {
    const [at = '', ...rest] = written.trim().split(/\s+/);
    const start = parseTimeOfDay(at);
    const length = rest.length === 0 ? null : parseDuration(rest.join(' '));
    return start === null || length === null ? null : { at: start, length };
  },
  `^\\s*${dayTimePattern}\\s+(?=[0-9])${lengthPattern}\\s*$`,
);
