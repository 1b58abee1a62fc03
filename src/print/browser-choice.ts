/** Where a browser was found; the order is the order of preference. */
export type BrowserSource = 'option' | 'environment' | 'bundled' | 'puppeteer' | 'system';

/** A browser that is there and says its version. */
export interface BrowserChoice {
  readonly source: BrowserSource;
  /** Absolute path of the program. */
  readonly path: string;
  /** As the program says it, such as `Chromium 147.0.7727.0`; null where asking is not safe (Windows). */
  readonly version: string | null;
  /** Folder of libraries that the system lacks, for the loader; null when the system has them all. */
  readonly libraries: string | null;
  /** Folder with a font for systems that have none; null where the system looks after its fonts. */
  readonly fonts: string | null;
}
