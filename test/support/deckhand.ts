import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** The compiled command, as `npm test` has just made it. */
export const cli = join(packageRoot(), 'lib', 'cli.js');
if (!existsSync(cli)) throw new Error('lib/cli.js is missing: run "npm run compile" first.');

export interface Run {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another copy of the command. */
  readonly command?: string;
}

/** What of this process's surroundings would change what the command prints. */
const neutral = {
  CI: undefined,
  DEBUG: undefined,
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
  NO_COLOR: undefined,
  SOURCE_DATE_EPOCH: undefined,
};

/** Runs the command as a user would, to its end. */
export function deckhand(args: readonly string[], options: RunOptions): Promise<Run> {
  return finished(startDeckhand(args, options));
}

/** Starts the command and leaves it running. */
export function startDeckhand(args: readonly string[], { cwd, env, command }: RunOptions): ChildProcess {
  return spawn(process.execPath, [command ?? cli, ...args], {
    cwd,
    env: { ...process.env, ...neutral, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Waits for a running command and gathers what it prints from now on: without progress, which a busy machine has
 * more of, and without notes on how the browser runs, which root gets and others do not.
 */
export function finished(child: ChildProcess): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr: withoutNotes(stderr) }));
  });
}

function withoutNotes(stderr: string): string {
  return stderr.replace(/^(?:…|note:) .*\n/gm, '');
}
