import { type ExitCode, exitCodeOf } from './exit-code.js';
import { interruptible } from './interruption.js';
import { stderrProgress } from './progress.js';
import { reportDiagnostics } from './report.js';

/** The flags of `themes`. */
export interface ThemesFlags {
  readonly gallery?: boolean;
  readonly out?: string;
  readonly lang?: string;
  readonly browser?: string;
}

/** Makes the page with pictures of all themes. */
export async function runGallery({ out, lang, browser }: ThemesFlags): Promise<ExitCode> {
  const { makeGallery } = await import('../pipeline/gallery.js');
  const progress = stderrProgress();
  const given = browser === undefined ? {} : { browser };
  const result = await interruptible((signal) =>
    makeGallery({ ...given, out, lang, signal, onProgress: progress.tell }),
  ).finally(() => progress.done());
  await reportDiagnostics(result);
  if (result.outcome === 'interrupted') process.stderr.write('Stopped. The last good output is as it was.\n');
  if (result.path !== null) process.stdout.write(`Open ${result.path}\n`);
  return exitCodeOf(result.outcome);
}
