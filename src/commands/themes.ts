import { diagnostic } from '../diagnostics/diagnostic.js';
import { newTheme } from '../init/new-theme.js';
import { knownRevealThemes, knownThemes } from '../pipeline/themes.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import type { ThemesFlags } from './gallery.js';
import { reportUsage } from './report.js';

/** Lists the themes there are. Where to put a gallery says nothing without one. */
export async function runThemes({ out, lang }: ThemesFlags): Promise<ExitCode> {
  const flag = out !== undefined ? '--out' : lang !== undefined ? '--lang' : null;
  if (flag !== null) {
    const message = `\`${flag}\` is for the gallery, and there was no \`--gallery\`.`;
    const hint = 'Add `--gallery` to make one.';
    await reportUsage([diagnostic('usage/bad-value', null, message, { hint })], 'text');
    return exitCodes.wrongUsage;
  }
  const themes = knownThemes(process.cwd());
  const widest = Math.max(...themes.map(({ name }) => name.length));
  const lines = (own: boolean) =>
    themes
      .filter((theme) => theme.own === own)
      .map(({ name, about }) => `  ${name.padEnd(widest)}  ${about}`.trimEnd());
  const [ours, yours] = [lines(false), lines(true)];
  process.stdout.write(
    [
      ...ours,
      ...(yours.length > 0 ? ['', 'In themes/ of this folder:', ...yours] : []),
      '',
      `With the colours of reveal.js' own: ${knownRevealThemes()
        .map((name) => `reveal/${name}`)
        .join(', ')}.`,
      '',
      'A deck names one with `theme:`; "deckhand themes new NAME" makes one of your own.',
      '"deckhand themes --gallery" shows all of them.',
      '',
    ].join('\n'),
  );
  return exitCodes.done;
}

/** Writes a theme to start from. */
export async function runNewTheme(name: string, parent: string | undefined): Promise<ExitCode> {
  const made = await newTheme(name, parent ?? 'themes', process.cwd());
  if ('code' in made) {
    await reportUsage([made], 'text');
    return exitCodes.wrongUsage;
  }
  const named = parent === undefined ? name : `./${made.folder.replace(/^\.\//, '')}`;
  process.stdout.write(
    [
      `Wrote a theme into ${made.folder}:`,
      ...made.files.map((file) => `  ${file}`),
      '',
      'Now say in the settings of a deck',
      `  theme: ${named}`,
      'and build it.',
      '',
    ].join('\n'),
  );
  return exitCodes.done;
}
