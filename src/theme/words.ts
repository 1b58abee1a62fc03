import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { noOwnWords, type OwnWords, overWords, ownWordsFor } from './own-words.js';
import { readSettingsFile } from './read-settings-file.js';

/** Every word of ours that a reader sees in a product, in one language: `templates/words/<lang>.yaml`. */
const wordsSchema = v.strictObject({
  page: v.string(),
  of: v.string(),
  part: v.string(),
  slide: v.string(),
  next: v.string(),
  end: v.string(),
  deck: v.string(),
  slides: v.string(),
  handout: v.string(),
  workbook: v.string(),
  labs: v.string(),
  agenda: v.string(),
  present: v.string(),
  guide: v.string(),
  solutions: v.string(),
  shelf: v.string(),
  open: v.string(),
  /** The page with pictures of all themes. */
  gallery: v.strictObject({
    title: v.string(),
    intro: v.string(),
    contents: v.string(),
    yours: v.string(),
    light: v.string(),
    dark: v.string(),
    named: v.string(),
    brand: v.string(),
    credits: v.string(),
    revealed: v.string(),
    revealedAbout: v.string(),
    /** What is to be seen, by its layout: `Harbor, Light: a table`. */
    slides: v.strictObject({
      title: v.string(),
      section: v.string(),
      content: v.string(),
      comparison: v.string(),
      code: v.string(),
      table: v.string(),
      quote: v.string(),
      statement: v.string(),
    }),
  }),
  /** The reading view. */
  reading: v.string(),
  /** The deck in one file. */
  alone: v.string(),
  skip: v.string(),
  inDeck: v.string(),
  deckLinks: v.string(),
  keysOff: v.string(),
  keysOn: v.string(),
  onePage: v.string(),
  pages: v.string(),
  minutes: v.string(),
  /** The speaker's window. */
  jumpTo: v.string(),
  dark: v.string(),
  stepLeft: v.string(),
  stepsLeft: v.string(),
  /** Pages that only the preview has. */
  preview: v.strictObject({
    audience: v.string(),
    remote: v.string(),
    remoteHint: v.string(),
    waiting: v.string(),
    back: v.string(),
    noTalk: v.string(),
  }),
  callouts: v.strictObject({
    note: v.string(),
    tip: v.string(),
    info: v.string(),
    important: v.string(),
    warning: v.string(),
    danger: v.string(),
  }),
  /** Labels of workshop blocks. */
  blocks: v.strictObject({
    objectives: v.string(),
    keypoints: v.string(),
    misconception: v.string(),
    truth: v.string(),
    checklist: v.string(),
    term: v.string(),
    question: v.string(),
    exercise: v.string(),
    lab: v.string(),
    hint: v.string(),
    solution: v.string(),
    guide: v.string(),
    say: v.string(),
    ask: v.string(),
    do: v.string(),
    cut: v.string(),
    extend: v.string(),
    expected: v.string(),
  }),
  /** What headings call the parts of a lab. */
  labParts: v.strictObject({
    objective: v.string(),
    steps: v.string(),
    verify: v.string(),
    cleanUp: v.string(),
    breakIt: v.string(),
    challenge: v.string(),
    solution: v.string(),
    ifStuck: v.string(),
  }),
  /** Documents on paper. */
  book: v.strictObject({
    hours: v.string(),
    contents: v.string(),
    labList: v.string(),
    howTo: v.string(),
    break: v.string(),
    lunch: v.string(),
    continued: v.string(),
    total: v.string(),
    handsOn: v.string(),
    over: v.string(),
    glossary: v.string(),
    cheatSheet: v.string(),
    misconceptions: v.string(),
    links: v.string(),
    presentedBy: v.string(),
    version: v.string(),
    licence: v.string(),
    find: v.string(),
    fillIn: v.string(),
    files: v.string(),
    command: v.string(),
    what: v.string(),
    where: v.string(),
    runSheet: v.string(),
    room: v.string(),
    timings: v.string(),
    planned: v.string(),
    measured: v.string(),
    slack: v.string(),
    tier: v.string(),
    goal: v.string(),
    goesWrong: v.string(),
    late: v.string(),
    early: v.string(),
    core: v.string(),
    optional: v.string(),
    module: v.string(),
    materials: v.string(),
    answers: v.string(),
    comments: v.string(),
    taskList: v.string(),
    inWorkbook: v.string(),
    onlyHere: v.string(),
    keepPrivate: v.string(),
    equipment: v.string(),
    expect: v.string(),
    slackNote: v.string(),
    /** What tells when something is to be done, as `checklist {when=…}` may say it: in small letters. */
    week: v.string(),
    dayBefore: v.string(),
    morning: v.string(),
    /** What the signs of blocks mean. */
    legend: v.strictObject({
      objectives: v.string(),
      exercise: v.string(),
      lab: v.string(),
      question: v.string(),
      hint: v.string(),
      misconception: v.string(),
      keypoints: v.string(),
      term: v.string(),
    }),
  }),
  needs: v.string(),
  /** Before names in commands that participants replace by their own. */
  fillIn: v.string(),
  footnotes: v.string(),
  /** What the way back from a footnote says. */
  footnoteBack: v.string(),
  taskDone: v.string(),
  taskOpen: v.string(),
  name: v.string(),
  qrCode: v.string(),
  loadFrame: v.string(),
  notes: v.string(),
  noNotes: v.string(),
  elapsed: v.string(),
  left: v.string(),
  clock: v.string(),
  planned: v.string(),
  day: v.string(),
  onTime: v.string(),
  ahead: v.string(),
  behind: v.string(),
  reset: v.string(),
  pause: v.string(),
  resume: v.string(),
  start: v.string(),
  lastMinute: v.string(),
  timeIsUp: v.string(),
  countdown: v.string(),
  countdownReset: v.string(),
  speakerView: v.string(),
  speakerViewBlocked: v.string(),
  needsScript: v.string(),
});

export type Words = v.InferOutput<typeof wordsSchema>;

const loaded = new Map<string, Words>();

/**
 * Our words for the language `lang` (BCP 47): `de-AT` takes those of `de`. A language we have no words for gets the English
 * ones and a warning at `place`, where the author named it. Words of `own` go over them.
 */
export function loadWords(
  lang: string,
  templates: string,
  place: Span | null,
  own: OwnWords = noOwnWords,
): Noticed<Words> {
  const folder = join(templates, 'words');
  const known = languageFile(lang, folder);
  const ours = readWords(known ?? join(folder, 'en.yaml'));
  const { value, whole } = overWords(ours, ownWordsFor(lang, own));
  if (known !== null || whole) return { value, diagnostics: [] };
  const languages = readdirSync(folder)
    .map((file) => `\`${file.replace('.yaml', '')}\``)
    .sort();
  return {
    value,
    diagnostics: [
      diagnostic(
        'theme/no-words',
        place,
        `Deckhand has no words for the language \`${lang}\`, such as “Page” and “Tip”: they will be English.`,
        { hint: `It has words for ${languages.join(', ')}. The deck's own text is not affected.` },
      ),
    ],
  };
}

/** What headings of labs may be called, in every language there are words for: word, then the part's name. */
export function labPartWords(
  templates: string,
  own: OwnWords = noOwnWords,
): readonly (readonly [string, keyof Words['labParts']])[] {
  const folder = join(templates, 'words');
  const ours = readdirSync(folder)
    .sort()
    .map((file) => readWords(join(folder, file)));
  const english = readWords(join(folder, 'en.yaml'));
  return [...ours, ...[...own.values()].map((one) => overWords(english, [one]).value)].flatMap(
    ({ labParts }) =>
      Object.entries(labParts).map(([name, word]) => [word, name as keyof typeof labParts] as const),
  );
}

/** Words as they are in English: the names there are. */
export function wordNames(templates: string): Words {
  return readWords(join(templates, 'words', 'en.yaml'));
}

/** The most exact file for a language tag: `de-AT.yaml`, else `de.yaml`, else null. */
function languageFile(lang: string, folder: string): string | null {
  for (let tag = lang; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const file = join(folder, `${tag}.yaml`);
    if (/^[\w-]+$/.test(tag) && existsSync(file)) return file;
  }
  return null;
}

function readWords(file: string): Words {
  const words = loaded.get(file) ?? Object.freeze(v.parse(wordsSchema, readSettingsFile(file)));
  loaded.set(file, words);
  return words;
}
