/** A file as it will stand in the output folder. `path` is below that folder, with `/`. */
export interface ProductFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the bytes say, where they were made from text: nobody has to read them again. */
  readonly text?: string;
  /** Pages refer to assets: assets are put in place first and taken away last. */
  readonly kind: 'asset' | 'page';
}
