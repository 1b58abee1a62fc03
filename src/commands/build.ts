import type { ExitCode } from './exit-code.js';
import type { WrittenFlags } from './flags.js';
import { onContent } from './on-content.js';

export async function runBuild(paths: readonly string[], flags: WrittenFlags): Promise<ExitCode> {
  const { build } = await import('../pipeline/build.js');
  if (flags.watch !== true) return onContent(paths, flags, build);
  const { buildAgain } = await import('./build-again.js');
  return buildAgain(paths, flags, build);
}
