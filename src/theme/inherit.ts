import type { FontFace, ThemeDescription } from './description.js';

/** A theme by itself: what it says, and the names of the files in its folder. */
export interface Level {
  readonly name: string;
  readonly folder: string;
  readonly description: ThemeDescription;
  /** Paths below the folder, as `fonts/archivo-400.woff2`. */
  readonly files: ReadonlySet<string>;
}

/** A file of a theme, and the theme whose folder it is in. */
export interface ThemeFile {
  readonly theme: string;
  readonly folder: string;
  readonly path: string;
}

/** A theme with all that it inherits. */
export interface WholeTheme {
  readonly variant: 'light' | 'dark';
  readonly takesBrand: boolean;
  readonly slides: readonly ThemeFile[];
  readonly paper: readonly ThemeFile[];
  readonly books: readonly ThemeFile[];
  readonly extras: ReadonlyMap<
    string,
    { readonly slides: readonly ThemeFile[]; readonly paper: readonly ThemeFile[] }
  >;
  readonly fonts: readonly { readonly face: FontFace; readonly file: ThemeFile }[];
  /** Families of this theme and of those it extends. */
  readonly families: readonly string[];
  readonly credits: readonly string[];
  /** What the added faces can draw, as CSS writes it. */
  readonly moreRanges: readonly string[];
  readonly glyphs: ThemeFile | null;
}

/** Lays themes over one another. `levels` begins with the one that extends none and ends with the one that is asked for. */
export function inherit(levels: readonly Level[]): WholeTheme {
  const without = new Set(levels.flatMap(({ description }) => description.without));
  const features = new Set(levels.flatMap(({ description }) => Object.keys(description.extras)));
  const sheets = (of: (description: ThemeDescription) => readonly string[]) => {
    const paths = new Set(levels.flatMap(({ description }) => of(description)));
    return [...paths].filter((path) => !without.has(path)).map((path) => locate(levels, path));
  };
  // Fonts, the words on them and what they draw belong together: all are of one theme.
  const typed = levels.filter(({ description }) => description.fonts !== undefined);
  const { fonts = [], credits = [], glyphs } = typed.at(-1)?.description ?? {};
  // What is added to them, by themes that have none of their own.
  const adding = levels.slice(levels.findLastIndex(({ description }) => description.fonts !== undefined));
  const more = adding.flatMap(({ description }) => description['more-fonts']);
  const moreCredits = adding.flatMap(({ description }) =>
    description.fonts === undefined ? (description.credits ?? []) : [],
  );
  return {
    variant: levels.flatMap(({ description }) => description.variant ?? []).at(-1) ?? 'light',
    takesBrand: levels.flatMap(({ description }) => description.brand ?? []).at(-1) ?? false,
    slides: sheets(({ slides }) => slides),
    paper: sheets(({ paper }) => paper),
    books: sheets(({ books }) => books),
    extras: new Map(
      [...features].map((name) => [
        name,
        {
          slides: sheets(({ extras }) => extras[name]?.slides ?? []),
          paper: sheets(({ extras }) => extras[name]?.paper ?? []),
        },
      ]),
    ),
    fonts: [...fonts, ...more].map((face) => ({ face, file: locate(levels, face.file) })),
    families: [
      ...new Set(levels.flatMap(({ description }) => (description.fonts ?? []).map(({ family }) => family))),
    ],
    credits: [...credits, ...moreCredits],
    moreRanges: more.map(({ range }) => range),
    glyphs: glyphs === undefined ? null : locate(levels, glyphs),
  };
}

/** Where a file is: in the folder of the last theme that has it. */
function locate(levels: readonly Level[], path: string): ThemeFile {
  const level = levels.findLast(({ files }) => files.has(path)) ?? levels.at(-1);
  if (!level) throw new Error('A theme has at least itself.');
  return { theme: level.name, folder: level.folder, path };
}
