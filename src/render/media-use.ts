import type { MediaFile } from './context.js';
import type { Drawing } from './drawing.js';
import type { Asset } from './page.js';

/** A local file that was read for a deck, under the name it gets in the output. */
export interface ReadMedia {
  readonly file: MediaFile;
  readonly bytes: Uint8Array;
}

/** Looks up an SVG file that is to be drawn into the page; null for every other file. */
export type FindDrawing = (from: string, target: string) => Drawing | null;

/** Looks a reference up: which file was read for `target` as written in `from`; null where none was. */
export type FindMedia = (from: string, target: string) => ReadMedia | null;

/** Remembers which files a piece of HTML uses, so that a public page brings no file that only private parts show. */
export class MediaUse {
  readonly #find: FindMedia;
  readonly #used = new Map<string, Uint8Array>();

  constructor(find: FindMedia) {
    this.#find = find;
  }

  readonly media = (from: string, target: string): MediaFile | null => {
    const read = this.#find(from, target);
    if (read) this.#used.set(read.file.href, read.bytes);
    return read?.file ?? null;
  };

  /** Notes a file of ours. */
  readonly add = ({ path, bytes }: Asset): void => {
    this.#used.set(path, bytes);
  };

  /** Files used so far, with paths relative to the page. */
  get assets(): readonly Asset[] {
    return [...this.#used].map(([path, bytes]) => ({ path, bytes }));
  }
}
