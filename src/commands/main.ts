import { CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exit-code.js';
import { createProgram } from './program.js';

/** Runs the command line and leaves its exit code with the process. */
export async function main(args: readonly string[]): Promise<void> {
  surviveClosedStreams();
  process.on('uncaughtException', endWithBug);
  try {
    process.exitCode = await run(args);
  } catch (error) {
    await endWithBug(error);
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    // No command at all: commander has written the help, and there is nothing to add.
    if (error.code === 'commander.help' && args.length === 0) return exitCodes.wrongUsage;
    // The help of a command that was asked for: commander takes its exit code from the process, where we keep a mark.
    if (error.code === 'commander.help') return exitCodes.done;
    const { usageProblem } = await import('./usage.js');
    const { reportUsage } = await import('./report.js');
    await reportUsage([usageProblem(error, program, args)], formatAskedFor(args));
    return exitCodes.wrongUsage;
  }
}

/** The format of messages when the command line could not be read as a whole. */
function formatAskedFor(args: readonly string[]): 'text' | 'json' {
  const after = args[args.indexOf('--format') + 1];
  return args.includes('--format=json') || (args.includes('--format') && after === 'json') ? 'json' : 'text';
}

/**
 * A reader that went away (`| head`, a closed terminal) ends our writing, not our work. A stdout that cannot hold
 * what we say, such as a file on a full disk, is told where it still can be.
 */
function surviveClosedStreams(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') return;
    process.stderr.write(`error The results cannot be written to stdout: ${error.message}.\n`);
    process.exit(exitCodes.contentErrors);
  });
}

async function endWithBug(error: unknown): Promise<never> {
  const { describeBug } = await import('./bug.js');
  process.stderr.write(describeBug(error));
  process.exit(exitCodes.bug);
}
