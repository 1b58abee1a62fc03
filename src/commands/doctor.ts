import { type ExitCode, exitCodes } from './exit-code.js';

export async function runDoctor(_flags: { readonly browser?: string }): Promise<ExitCode> {
  return exitCodes.done;
}
