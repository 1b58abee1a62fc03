import { resolve } from 'node:path';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import { interruptible } from './interruption.js';
import { openBrowser } from './open-browser.js';
import { stderrProgress } from './progress.js';
import { reportDiagnostics } from './report.js';

/** The flags of `themes`. */
export interface ThemesFlags {
  readonly gallery?: boolean;
  readonly out?: string;
  readonly lang?: string;
  readonly browser?: string;
  readonly open?: boolean;
}

/** Makes the page with pictures of all themes, and opens it for whoever sits at the terminal. */
export async function runGallery({ out, lang, browser, open }: ThemesFlags): Promise<ExitCode> {
  const { makeGallery } = await import('../pipeline/gallery.js');
  const progress = stderrProgress();
  const given = browser === undefined ? {} : { browser };
  const result = await interruptible((signal) =>
    makeGallery({ ...given, out, lang, signal, onProgress: progress.tell }),
  ).finally(() => progress.done());
  await reportDiagnostics(result);
  if (result.outcome === 'interrupted') process.stderr.write('Stopped. The last good output is as it was.\n');
  if (result.path !== null) {
    process.stdout.write(`Open ${result.path}\n`);
    if (open !== false && process.stdout.isTTY) openBrowser(resolve(result.path));
  }
  return exitCodeOf(result.outcome);
}
