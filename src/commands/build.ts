import type { ExitCode } from './exit-code.js';
import type { WrittenFlags } from './flags.js';
import { onContent } from './on-content.js';

export function runBuild(paths: readonly string[], flags: WrittenFlags): Promise<ExitCode> {
  return onContent(paths, flags, async (options) => {
    const { build } = await import('../pipeline/build.js');
    return build(options);
  });
}
