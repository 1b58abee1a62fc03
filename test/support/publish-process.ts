import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build as bundle } from 'esbuild';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FailureKind } from '../../src/output/attempt.js';

/** A plan as JSON: texts by path, by owner. */
export interface WrittenPlan {
  readonly owners: Record<string, Record<string, string>>;
  readonly gone: readonly string[];
}

export interface DriverResult {
  readonly failure: FailureKind | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles the driver into a folder; the result runs with plain Node. */
export async function compileDriver(folder: string): Promise<string> {
  const outfile = join(folder, 'publish-driver.mjs');
  await bundle({
    entryPoints: [join(import.meta.dirname, 'publish-driver.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  });
  return outfile;
}

export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for a process to end. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { signal, stdout: (await stdout) ?? '', stderr: (await stderr) ?? '' };
}

/** Starts the driver, as another user where `uid` says so. */
export function startDriver(
  driver: string,
  target: string,
  plan: string,
  environment: Record<string, string> = {},
  uid?: number,
): ChildProcess {
  return spawn(process.execPath, [driver, target, plan], {
    env: { ...process.env, ...environment },
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** What the driver printed last. */
export function resultOf({ stdout, stderr }: Ended): DriverResult {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`the driver did not end well:\n${stdout}${stderr}`);
  return JSON.parse(line) as DriverResult;
}
