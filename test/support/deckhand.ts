import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** One command at a time: the working folder, the surroundings and the streams are those of the whole process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command to its end in this process, where its code is loaded once for all tests. To start a process takes longer
 * than what most tests are about; what is about processes, as signals, streams and crashes are, takes {@link deckhand}.
 */
export function deckhandHere(args: readonly string[], options: Omit<RunOptions, 'command'>): Promise<Run> {
  const run = last.then(() => commandHere(args, options));
  last = run.catch(() => undefined);
  return run;
}

async function commandHere(args: readonly string[], { cwd, env }: RunOptions): Promise<Run> {
  const { main } = await loaded();
  const said = { stdout: '', stderr: '' };
  const restore = [
    surroundings({ ...neutral, ...env }),
    workingFolder(cwd),
    written(process.stdout, (text) => {
      said.stdout += text;
    }),
    written(process.stderr, (text) => {
      said.stderr += text;
    }),
    listeners(process, 'uncaughtException'),
    listeners(process.stdout, 'error'),
    listeners(process.stderr, 'error'),
  ];
  const before = process.exitCode;
  try {
    // As `cli.ts` has it.
    process.exitCode = 70;
    await main(args);
    return { code: Number(process.exitCode), stdout: said.stdout, stderr: withoutNotes(said.stderr) };
  } finally {
    process.exitCode = before;
    for (const one of restore.reverse()) one();
  }
}

/** What `lib/cli.js` loads: its name has a hash in it. */
function loaded(): Promise<{ main(args: readonly string[]): Promise<void> }> {
  const path = /import\("\.\/(main-\w+\.js)"\)/.exec(readFileSync(cli, 'utf8'))?.[1];
  if (path === undefined) throw new Error('lib/cli.js does not load the command as it did.');
  return import(/* @vite-ignore */ join(dirname(cli), path));
}

/** Each of these changes something of this process and returns what takes it back. */

function surroundings(env: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(env)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

function workingFolder(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

function written(stream: NodeJS.WriteStream, heard: (text: string) => void): () => void {
  const before = stream.write;
  stream.write = (text: string | Uint8Array) => {
    heard(String(text));
    return true;
  };
  return () => {
    stream.write = before;
  };
}

/** Whoever begins to listen meanwhile listens no longer. */
function listeners(emitter: NodeJS.EventEmitter, event: string): () => void {
  const before = new Set(emitter.rawListeners(event));
  return () => {
    for (const one of emitter.rawListeners(event))
      if (!before.has(one)) emitter.off(event, one as () => void);
  };
}
