import { join } from 'node:path';
import * as v from 'valibot';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { type ThemeDescription, themeDescription } from './description.js';
import { readSettingsFile } from './read-settings-file.js';

/** Reads what a theme's `theme.yaml` says; a problem where it cannot be understood. */
export function readDescription(
  name: string,
  folder: string,
  place: Span | null,
): ThemeDescription | Diagnostic {
  const broken = (why: string) =>
    diagnostic('theme/broken', place, `\`theme.yaml\` of the theme \`${name}\` cannot be read: ${why}`, {
      hint: 'What may stand there is in `docs/themes.md`.',
    });
  let written: unknown;
  try {
    written = readSettingsFile(join(folder, 'theme.yaml'));
  } catch (error) {
    return broken((error as Error).message.split('\n')[0] ?? '');
  }
  const read = v.safeParse(themeDescription, written);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const key = v.getDotPath(issue);
  return broken(`${key === null ? '' : `\`${key}\`: `}${issue.message}.`);
}

/** The files that a theme says it is made of. */
export function filesOf({
  slides,
  paper,
  books,
  extras,
  fonts,
  'more-fonts': more,
  glyphs,
}: ThemeDescription): readonly string[] {
  return [
    ...slides,
    ...paper,
    ...books,
    ...Object.values(extras).flatMap((one) => [...one.slides, ...one.paper]),
    ...[...(fonts ?? []), ...more].map(({ file }) => file),
    ...(glyphs === undefined ? [] : [glyphs]),
  ];
}
