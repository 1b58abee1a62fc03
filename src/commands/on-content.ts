import type { BuildOptions, BuildResult } from '../pipeline/options.js';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.js';
import { type Format, readFlags, type WrittenFlags } from './flags.js';
import { interruptible } from './interruption.js';
import { stderrProgress } from './progress.js';
import { report, reportUsage } from './report.js';

/** What `build` and `check` share: flags into options, one call that can be interrupted, and its report. */
export async function onContent(
  paths: readonly string[],
  flags: WrittenFlags,
  work: (options: BuildOptions) => Promise<BuildResult>,
  afterwards: (result: BuildResult, format: Format) => void = () => undefined,
): Promise<ExitCode> {
  const { value: asked, diagnostics } = readFlags(paths, flags);
  if (diagnostics.length > 0) {
    await reportUsage(diagnostics, asked.format);
    return exitCodes.wrongUsage;
  }
  const progress = asked.format === 'text' ? stderrProgress() : null;
  const told = progress === null ? {} : { onProgress: progress.tell };
  let result: BuildResult;
  try {
    result = await interruptible((signal) => work({ ...asked.options, ...told, signal }));
  } finally {
    progress?.done();
  }
  await report(result, asked.format);
  if (result.outcome === 'interrupted') process.stderr.write('Stopped. The last good output is as it was.\n');
  else afterwards(result, asked.format);
  return exitCodeOf(result.outcome);
}
