import { byText, isPlainPath } from './path.js';

/**
 * What Deckhand knows of an output folder: `.deckhand.json` in it. A file is ours when it stands here, and only such a file
 * is ever written over or removed. No dates, no absolute paths, keys sorted: the same build gives the same manifest.
 */
export interface Manifest {
  /** By path below the folder. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** What the shelf shows, by `<deck>` or `<deck>/<edition>`. */
  readonly decks: ReadonlyMap<string, DeckEntry>;
  /** How each printed file came about, by path below the folder. */
  readonly prints: ReadonlyMap<string, Print>;
}

export interface ManifestFile {
  readonly sha256: string;
  /** Only while files are being put in place: what the file held before. A build that was killed leaves one or the other. */
  readonly before: string | null;
  /** Sorted: `<deck>[/<edition>]:<product>`, or `shelf`. One file may have several. */
  readonly owners: readonly string[];
}

export interface DeckEntry {
  /** The argument of the command line that led to the deck, from `argumentOf`. */
  readonly argument: string;
  /** JSON that means something to whoever makes the shelf, and nothing here. */
  readonly value: unknown;
}

/** A printed file and what it was printed from. */
export interface Print {
  /** A hash of everything that decides what the print looks like. */
  readonly input: string;
  readonly pages: number;
  /** JSON to be handed out again with the file: what was noticed while it was printed. */
  readonly value: unknown;
  /** Of the printed file. */
  readonly sha256: string;
}

const version = 1;

export const emptyManifest: Manifest = { files: new Map(), decks: new Map(), prints: new Map() };

export function writeManifest(manifest: Manifest): string {
  const files = [...manifest.files].map(([path, { sha256, before, owners }]) => [
    path,
    before === null ? { sha256, owners } : { sha256, before, owners },
  ]);
  const whole = {
    version,
    files: Object.fromEntries(files),
    decks: Object.fromEntries(manifest.decks),
    prints: Object.fromEntries(manifest.prints),
  };
  return `${JSON.stringify(whole, sortKeys, 1)}\n`;
}

/** For `JSON.stringify`: objects with their keys in the order of code points. */
function sortKeys(_key: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => byText(one, other)));
}

/** Reads a manifest, or says in words what is wrong with it: `it is not JSON`. Nothing in it is believed untested. */
export function readManifest(text: string): Manifest | string {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (!isRecord(whole) || typeof whole.version !== 'number') return 'it is not a manifest of Deckhand';
  if (whole.version > version) return 'a newer version of Deckhand wrote it';
  const files = readEach(whole.files, isPlainPath, readFile);
  const decks = readEach(whole.decks, () => true, readDeck);
  const prints = readEach(whole.prints, isPlainPath, readPrint);
  if (files === null || decks === null || prints === null) return 'parts of it are missing or make no sense';
  return { files, decks, prints };
}

function readEach<T>(
  record: unknown,
  isKey: (key: string) => boolean,
  read: (value: Record<string, unknown>) => T | null,
): Map<string, T> | null {
  if (!isRecord(record)) return null;
  const all = new Map<string, T>();
  for (const [key, value] of Object.entries(record)) {
    const one = isKey(key) && isRecord(value) ? read(value) : null;
    if (one === null) return null;
    all.set(key, one);
  }
  return all;
}

function readFile({ sha256, before = null, owners }: Record<string, unknown>): ManifestFile | null {
  if (!isHash(sha256) || !(before === null || isHash(before)) || !Array.isArray(owners)) return null;
  return owners.every((owner) => typeof owner === 'string') ? { sha256, before, owners } : null;
}

function readDeck({ argument, value = null }: Record<string, unknown>): DeckEntry | null {
  return typeof argument === 'string' ? { argument, value } : null;
}

function readPrint({ input, pages, value = null, sha256 }: Record<string, unknown>): Print | null {
  if (typeof input !== 'string' || typeof pages !== 'number' || !isHash(sha256)) return null;
  return { input, pages, value, sha256 };
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
