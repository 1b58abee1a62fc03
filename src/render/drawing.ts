/** An SVG file as part of the page, without its first tag: that is written with each use. */
export interface Drawing {
  readonly viewBox: string;
  /** Ids start with {@link idMark}, in their definitions and wherever they are meant. */
  readonly inner: string;
}

/** Stands before every id; each use puts a prefix of its own there, so that two drawings never share an id. */
export const idMark = 'drawing-id:';
