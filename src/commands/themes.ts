import { newTheme } from '../init/new-theme.js';
import { knownRevealThemes, knownThemes } from '../pipeline/themes.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { reportUsage } from './report.js';

/** Lists the themes there are. */
export async function runThemes(): Promise<ExitCode> {
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
