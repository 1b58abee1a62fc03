import { deckWords } from '../check/leaks/deck-words.js';
import { type LeakFinder, leakFinder } from '../check/leaks/find-leaks.js';
import { htmlAtFirst, sheetAtFirst } from '../check/leaks/first-look.js';
import { fileProblem, leakProblem } from '../check/leaks/leak-problems.js';
import { lettersOf } from '../check/leaks/letter-writer.js';
import { holdsFile, ownSheet, withoutHeld } from '../check/leaks/page-alone.js';
import type { Passage, PrivateFile, PublishedText } from '../check/leaks/passage.js';
import { privateFiles } from '../check/leaks/private-files.js';
import { textOfPdf } from '../check/leaks/text-of-pdf.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ProductFile } from '../output/product-file.js';
import { longDate } from '../render/deck-view.js';
import { licenceName, licenceUrl } from '../render/licence.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import type { MadeProduct } from './make-products.js';
import type { WrittenDeck } from './prepare.js';
import { isPublic } from './products.js';

/** What a deck keeps from the public, ready to be looked for. */
export interface LeakCheck {
  readonly written: WrittenDeck;
  readonly files: readonly PrivateFile[];
  readonly passages: readonly Passage[];
  /** Everything that anybody may read. */
  readonly open: readonly string[];
  /** The rest of it, which costs more to read and matters only where something is found. */
  readonly openWords: () => readonly string[];
  /** For a first look at many files; null where there is nothing to look for. */
  readonly first: () => LeakFinder | null;
}

/** Reads a deck's files for what they keep from the public. */
export async function leakCheck(written: WrittenDeck): Promise<LeakCheck> {
  const { gathered, roots, settings, editions } = written;
  const { library, sources, find, media } = gathered;
  const read = await deckWords({ library, editions: editions.map((one) => one.edition), roots, sources });
  // Stylesheets refer to files as well.
  const styled = new Set(editions.flatMap((one) => one.cssAssets.map(({ path }) => path)));
  const only = await privateFiles(library, find, read.isOpen);
  const files = only.filter(({ href }) => !styled.has(href));
  const kept = new Set(files.map(({ href }) => href));
  const texts = media.filter(({ file }) => /^text\/|svg|json/.test(file.mediaType) && !kept.has(file.href));
  const open = [
    ...read.open,
    ...settings.map(({ text }) => text),
    ...editions.flatMap(ownWords),
    ...texts.map(({ bytes }) => Buffer.from(bytes).toString()),
  ];
  const { passages, openWords } = read;
  return { written, files, passages, open, openWords, first: firstFinder(passages, open) };
}

/** Made when the first file is looked at, and once. */
function firstFinder(passages: readonly Passage[], open: readonly string[]): LeakCheck['first'] {
  let made: LeakFinder | null | undefined;
  return () => {
    if (made === undefined) made = leakFinder(passages, open);
    return made;
  };
}

/** What a page says that no author wrote, or wrote in other words. */
function ownWords(rendered: RenderedEdition): readonly string[] {
  const { edition, theme, words, credits } = rendered;
  const { settings, title, deck } = edition;
  const { license } = settings;
  const licence = license === null ? [] : [licenceName(license), licenceUrl(license)];
  const written = longDate(settings.date, settings.lang);
  const pages = `${words.page} ${words.of}`;
  return [
    ...stringsIn([settings, words, credits, theme.credits, title, deck, written, licence, pages]),
    // On covers they stand one below the other.
    `${title} ${settings.subtitle ?? ''}`,
    // Names of ours in files: of programs, formats, places and files.
    ...[
      'Deckhand',
      'Chrome',
      'HeadlessChrome',
      'application/pdf',
      'assets',
      'chapter',
      'slides.pdf',
      'reading.html',
    ],
    ...(credits.length > 0 ? emojiNames(rendered) : []),
  ];
}

/** What the emoji on slides are called. */
function emojiNames({ slides }: RenderedEdition): readonly string[] {
  const drawn = slides.map(({ html, paperHtml }) => html + paperHtml).join('');
  return [...drawn.matchAll(/<img class="emoji"[^<>]* aria-label="([^"]*)"/g)].map(([, name = '']) => name);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/**
 * Looks through the public files of a deck's products; what is found may not be put in place.
 *
 * @param earlier products whose files have been looked through
 */
export async function leaksIn(
  check: LeakCheck,
  made: readonly MadeProduct[],
  earlier: readonly MadeProduct[] = [],
): Promise<readonly Diagnostic[]> {
  const before = new Set(publishedFiles(earlier).map(({ file }) => file.path));
  const published = publishedFiles(made).filter(({ file }) => !before.has(file.path));
  const kept = published.flatMap(({ file, alone }) => {
    const other = check.files.find((one) => isIn(one, file) || (alone && holdsFile(file.bytes, one.bytes)));
    return other ? [fileProblem(other, file.path)] : [];
  });
  const forAll = await leaksAmong(
    check,
    published.filter(({ showsNotes }) => !showsNotes),
  );
  // Notes that the handout is asked to show are public in it, and nowhere else.
  const inNotes = await leaksAmong(
    withoutSpoken(check),
    published.filter(({ showsNotes }) => showsNotes),
  );
  return [...kept, ...forAll, ...inNotes];
}

/** A file that everybody may have. */
interface Published {
  readonly file: ProductFile;
  /** Whether other files lie in it. */
  readonly alone: boolean;
  /** Of a PDF. */
  readonly words: MadeProduct['words'];
  readonly showsNotes: boolean;
}

function publishedFiles(made: readonly MadeProduct[]): readonly Published[] {
  const files = new Map<string, Published>();
  for (const one of made) {
    if (one.product !== 'shelf' && !isPublic(one.product)) continue;
    for (const written of one.files) {
      const file = one.alone ? { ...written, text: withoutHeld(stringOf(written)) } : written;
      files.set(file.path, { file, alone: one.alone, words: one.words, showsNotes: showsNotes(one) });
    }
  }
  return [...files.values()];
}

/** A first look at all files costs little; those in which something may be are read with care. */
async function leaksAmong(check: LeakCheck, published: readonly Published[]): Promise<readonly Diagnostic[]> {
  const { written, passages, open, openWords } = check;
  const { media, sources } = written.gathered;
  const first = published.length === 0 ? null : check.first();
  if (first === null) return [];
  // What an author publishes as a file of its own is what the author wrote.
  const authors = new Set(media.map(({ file }) => file.href));
  const suspects = published.filter((one) => !authors.has(hrefOf(one.file)) && mayLeak(one, first));
  const finder = suspects.length === 0 ? null : leakFinder(passages, [...open, ...openWords()]);
  if (finder === null) return [];
  const found: Diagnostic[] = [];
  for (const one of suspects) {
    for (const leak of finder.find(await textOf(one))) {
      const where = typeof leak.at === 'string' ? leak.at : `line ${lineAt(one.file, leak.at)}`;
      found.push(leakProblem(leak, one.file.path, where, sources));
    }
  }
  return found;
}

function mayLeak({ file, words }: Published, finder: LeakFinder): boolean {
  if (words)
    return finder.mayLeak(
      words().map(({ text }) => lettersOf(text)),
      true,
    );
  if (isMarkup(file)) return finder.mayLeak(htmlAtFirst(stringOf(file)), true);
  if (isCalendar(file)) return finder.mayLeak([lettersOf(unfolded(file))], true);
  return isSheet(file) && finder.mayLeak(sheetAtFirst(stringOf(file)), false);
}

async function textOf({ file, words }: Published): Promise<PublishedText> {
  if (words) return textOfPdf(words());
  if (isCalendar(file)) return { words: [{ text: unfolded(file), at: 0 }], source: [] };
  // What reads HTML is loaded only here.
  const { textOfSheet, textOfHtml } = await import('../check/leaks/text-of-html.js');
  return isMarkup(file) ? textOfHtml(stringOf(file)) : textOfSheet(stringOf(file));
}

function isMarkup({ path }: ProductFile): boolean {
  return /\.(?:html|svg)$/.test(path);
}

function isCalendar({ path }: ProductFile): boolean {
  return path.endsWith('.ics');
}

/** Lines of a calendar go on below a space, in the middle of words. */
function unfolded(file: ProductFile): string {
  return stringOf(file).replaceAll('\r\n ', '').replaceAll('\\n', '\n');
}

function isSheet({ path }: ProductFile): boolean {
  // Scripts beside pages, and the sheets of themes, are the same for every deck: they are not written by it.
  return path.endsWith('.css') && !ownSheet.test(path.slice(path.lastIndexOf('/') + 1));
}

function stringOf({ bytes, text }: ProductFile): string {
  return text ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function showsNotes({ product, rendered }: MadeProduct): boolean {
  const { notes, slides } = rendered.edition.settings.handout;
  return product === 'handout' && notes && slides === 1;
}

function withoutSpoken(check: LeakCheck): LeakCheck {
  const isSpoken = ({ kind }: Passage) => kind === 'spoken';
  const passages = check.passages.filter((one) => !isSpoken(one));
  const open = [...check.open, ...check.passages.filter(isSpoken).map(({ text }) => text)];
  return { ...check, passages, open, first: firstFinder(passages, open) };
}

/** Whether a published file is a private one, under its own name or another, or refers to it. */
function isIn({ href, bytes }: PrivateFile, file: ProductFile): boolean {
  if (hrefOf(file) === href) return true;
  if (file.bytes.length === bytes.length && Buffer.compare(file.bytes, bytes) === 0) return true;
  return file.path.endsWith('.html') && Buffer.from(file.bytes).includes(href);
}

/** As pages of its deck refer to it: `assets/port.1a2b3c4d.jpg`. */
function hrefOf({ path }: ProductFile): string {
  return path.split('/').slice(-2).join('/');
}

function lineAt(file: ProductFile, at: number): number {
  return stringOf(file).slice(0, at).split('\n').length;
}
