import type { ExitCode } from './exit-code.js';
import type { WrittenFlags } from './flags.js';
import { onContent } from './on-content.js';

export function runCheck(paths: readonly string[], flags: WrittenFlags): Promise<ExitCode> {
  return onContent(
    paths,
    flags,
    async (options) => {
      const { check } = await import('../pipeline/check.js');
      return check(options);
    },
    (result, format) => {
      if (result.diagnostics.length === 0 && format === 'text') process.stdout.write('Nothing is wrong.\n');
    },
  );
}
