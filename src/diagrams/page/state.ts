/*
 * What runs in the browser's page stands in this folder. Functions are sent there as text: each sees the page's globals
 * and its arguments, and nothing of its module. From one step to the next they leave what they know in the page.
 */

/** An element of the drawing and the attributes it gets in place of stylesheets and classes. */
export interface Look {
  readonly element: SVGElement;
  /** By name; `gone` for what is not to be seen. */
  readonly own: Record<string, string>;
}

/** What steps hand on. */
export interface PageState {
  readonly looks: readonly Look[];
  /** Colours that the author chose, `#rrggbb`. */
  readonly chosen: ReadonlySet<string>;
  /** From the engine's pixels to those of a slide. */
  readonly scale: number;
}

/** The inks by what these functions need of them, `#rrggbb`. */
export interface PageInks {
  readonly text: string;
  readonly muted: string;
  readonly ground: string;
  readonly wash: string;
  readonly line: string;
  readonly mark: string;
  readonly onMark: string;
  readonly all: readonly string[];
  /** Colours that Mermaid has built in, and the ink that each becomes. */
  readonly builtIn: Readonly<Record<string, string>>;
}

/** Where steps leave what they know. */
export interface Page {
  deckhand?: PageState;
}
