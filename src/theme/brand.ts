import * as v from 'valibot';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';

const colour = v.pipe(
  v.string('a colour such as `"#14457f"`, in quotes'),
  v.regex(/^#[0-9a-f]{6}$/i, 'a colour of six digits such as `"#14457f"`, in quotes'),
  v.toLowerCase(),
);
const path = v.pipe(v.string('the path of a file'), v.nonEmpty('the path of a file'));
const family = v.pipe(
  v.string('the name of a font'),
  v.regex(/^[\p{L}\d][\p{L}\d .-]*$/u, 'the name of a font: letters, digits, spaces, points and hyphens'),
);

/** What a `brand.yaml` says. Paths are relative to it. */
const brand = v.strictObject({
  logo: v.optional(path),
  colours: v.optional(
    v.strictObject({
      primary: v.optional(colour),
      secondary: v.optional(colour),
      ink: v.optional(colour),
      ground: v.optional(colour),
    }),
    {},
  ),
  fonts: v.optional(
    v.strictObject({
      text: v.optional(
        v.strictObject({ family, regular: path, italic: v.optional(path), bold: v.optional(path) }),
      ),
      titles: v.optional(v.strictObject({ family, file: path })),
    }),
    {},
  ),
});

export type BrandValues = v.InferOutput<typeof brand>;

/** A house's own look, and where each part of it is written. */
export interface Brand {
  readonly values: BrandValues;
  /** Of a value by its dotted path, as `colours.primary`. */
  readonly place: (path: string) => Span | null;
}

/** Files that a brand names, with the paths of their places. */
export function filesOfBrand({ logo, fonts }: BrandValues): readonly { path: string; file: string }[] {
  const { text, titles } = fonts;
  return [
    { path: 'logo', file: logo },
    { path: 'fonts.text.regular', file: text?.regular },
    { path: 'fonts.text.italic', file: text?.italic },
    { path: 'fonts.text.bold', file: text?.bold },
    { path: 'fonts.titles.file', file: titles?.file },
  ].flatMap(({ path, file }) => (file === undefined ? [] : [{ path, file }]));
}

/** Checks what stands in a `brand.yaml`; null where anything is wrong. */
export function brandOf(tree: object, place: (path: string) => Span | null): Noticed<Brand | null> {
  const parsed = v.safeParse(brand, tree);
  if (parsed.success) return { value: { values: parsed.output, place }, diagnostics: [] };
  return { value: null, diagnostics: parsed.issues.map(problem) };

  function problem(issue: v.BaseIssue<unknown>): Diagnostic {
    const at = v.getDotPath(issue) ?? '';
    const message =
      issue.expected === 'never'
        ? `A brand has no \`${at}\`.`
        : issue.input === undefined
          ? `\`${at}\` is missing.`
          : `\`${at}\` should be ${/[a-z] /.test(issue.message) && !issue.message.startsWith('Invalid') ? issue.message : 'a mapping of keys'}.`;
    const hint = issue.expected === 'never' ? 'It has `logo`, `colours` and `fonts`.' : null;
    return diagnostic('brand/invalid', place(at), message, { hint });
  }
}
