import { isSeparator } from '../config/dialect.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Edition } from '../model/workshop.js';
import { loadTheme } from '../theme/load-theme.js';
import type { BuildOptions } from './options.js';
import { templatesFolder } from './prepare.js';
import type { SlideRange } from './range.js';

/** What can be said of options before any file is read: separators that divide nothing, and themes that do not exist. */
export function checkOptions(options: BuildOptions): readonly Diagnostic[] {
  const { theme } = options;
  const wrong = badSeparators(options);
  return theme === undefined ? wrong : [...wrong, ...loadTheme(theme, templatesFolder(), null).diagnostics];
}

/** Separators that are no regular expressions, or divide everywhere. */
function badSeparators(options: BuildOptions): readonly Diagnostic[] {
  const given = [
    ['--separator', options.separator],
    ['--vertical-separator', options.verticalSeparator],
    ['--notes-separator', options.notesSeparator],
  ] as const;
  return given.flatMap(([flag, pattern]) =>
    pattern === undefined || isSeparator(pattern)
      ? []
      : [
          diagnostic('usage/bad-value', null, `\`${pattern}\` is no value for \`${flag}\`.`, {
            hint: 'It takes a regular expression of JavaScript that matches something, such as `^---$`.',
          }),
        ],
  );
}

/** Says it where a range names no slide of an edition, so that nothing of it goes on paper. */
export function checkRange({ folder, slides }: Edition, range: SlideRange | null): readonly Diagnostic[] {
  const numbers = slides.flatMap((slide) => slide.number ?? []);
  if (range === null || numbers.some(range)) return [];
  const hint = `Its slides are numbered from 1 to ${numbers.length}.`;
  return [diagnostic('usage/empty-range', null, `\`--range\` names no slide of \`${folder}\`.`, { hint })];
}
