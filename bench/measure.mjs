/** Runs commands as whole, cold processes: once for the clock, once for the memory. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { watchMemory } from './memory.mjs';

/**
 * @typedef {object} Contender one command in a comparison
 * @property {string} name as the report prints it
 * @property {(out: string) => { command: string, args: string[], cwd?: string, env?: Record<string, string> }} call
 *   the command line that writes into the empty folder `out`
 * @property {(out: string) => Promise<string | null>} check `null` when all that was asked for is there, else what is missing
 */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number[]} times milliseconds, sorted; empty after a failure
 * @property {import('./memory.mjs').Peak | null} peak
 * @property {string | null} failure why there are no times
 */

/** Longer than any command here may take. */
const DEADLINE_MS = 300_000;
const STDERR_KEPT = 2000;

/**
 * @param {Contender} contender
 * @param {string} workspace an existing folder for outputs
 * @param {boolean} memory look at the memory too, which slows what is looked at
 */
async function runOnce(contender, workspace, { memory = false, check = false } = {}) {
  const out = await mkdtemp(path.join(workspace, 'out-'));
  try {
    const { command, args, cwd, env } = contender.call(out);
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: cwd ?? workspace,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const watch = memory && child.pid ? watchMemory(child.pid) : null;
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr = (stderr + text).slice(-STDERR_KEPT);
    });
    const deadline = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
    const code = await new Promise((resolve) => {
      child.on('error', (error) => {
        stderr = error.message;
        resolve(-1);
      });
      child.on('exit', (exitCode, signal) => resolve(exitCode ?? signal));
    });
    const ms = performance.now() - started;
    clearTimeout(deadline);
    const peak = watch?.stop() ?? null;
    if (code !== 0) return { ms, peak, failure: `ended with ${code}: ${stderr.trim().split('\n').at(-1)}` };
    return { ms, peak, failure: check ? await contender.check(out) : null };
  } finally {
    await rm(out, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/**
 * Runs the contenders in turn, A B C A B C, so that a slow minute of the machine is slow for all of them. First comes
 * a round which is not timed: it warms the disk, checks the products and looks at the memory.
 * @param {Contender[]} contenders
 * @param {{ rounds: number, workspace: string, progress: (text: string) => void }} how
 * @returns {Promise<Result[]>}
 */
export async function compare(contenders, { rounds, workspace, progress }) {
  const results = [];
  for (const contender of contenders) {
    progress(`${contender.name}: warm-up`);
    const warm = await runOnce(contender, workspace, { check: true });
    const weighed = warm.failure ? warm : await runOnce(contender, workspace, { memory: true });
    const failure = warm.failure ?? weighed.failure;
    results.push({ name: contender.name, times: [], peak: weighed.peak, failure });
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const result = results[index];
      if (!result || result.failure) continue;
      progress(`${contender.name}: run ${round} of ${rounds}`);
      const { ms, failure } = await runOnce(contender, workspace);
      if (failure) result.failure = failure;
      else result.times.push(ms);
    }
  }
  for (const result of results) {
    if (result.failure) result.times = [];
    result.times.sort((a, b) => a - b);
  }
  return results;
}

/** @param {number[]} sorted at least one */
export function median(sorted) {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
