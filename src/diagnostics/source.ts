/**
 * A text file of the author's, as every stage sees it. `load` makes it: the byte order mark is gone and line
 * ends are `\n`, so offsets count UTF-16 units of this text and of nothing else.
 */
export interface SourceFile {
  /** The path as shown to the author: relative to the working folder, with `/`. Also the file's identity. */
  readonly file: string;
  /** Absolute real path on disk. */
  readonly path: string;
  /** Absolute real path of the content root that the file may not leave. */
  readonly root: string;
  readonly text: string;
}

/** A range in a source file: UTF-16 offsets into {@link SourceFile.text}, `end` excluded. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The same for what stands at the same place: blocks are copied on their way, their places stay. */
export function placeKey({ file, start, end }: Span): string {
  return `${start}-${end}-${file}`;
}

/** What is needed to turn offsets into lines: the text of every file a span may point into, by `file`. */
export type Sources = ReadonlyMap<string, string>;
