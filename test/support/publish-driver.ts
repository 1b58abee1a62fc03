/**
 * A build's last steps in a process of its own, so that it can be killed, starved of disk, or run beside another.
 *
 *     node publish-driver.mjs TARGET PLAN.json     builds; prints what became of it as JSON
 *
 * `DIE_AT=n` in the environment: the process kills itself right before its n-th change to the disk.
 * `SWEEP_AT=n`: right before its n-th change, everything called `.deckhand-…` beside the target is removed.
 * `HOLD=1`: says `held` when it has the target, and goes on when its standard input ends.
 */

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { withTarget } from '../../src/output/lock.js';
import { publish } from '../../src/output/publish.js';
import { openTarget } from '../../src/output/target.js';
import type { DriverResult, WrittenPlan } from './publish-process.js';

const changes = [
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'unlinkSync',
  'writeFileSync',
] as const;

function before(moment: number, happens: () => void): void {
  let count = 0;
  for (const change of changes) {
    const original = fs[change] as (...given: unknown[]) => unknown;
    Object.assign(fs, {
      [change]: (...given: unknown[]) => {
        count++;
        if (count === moment) happens();
        return original(...given);
      },
    });
  }
  syncBuiltinESMExports();
}

function sweep(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('.deckhand-')) execFileSync('rm', ['-r', join(folder, name)]);
  }
}

async function run(path: string, written: WrittenPlan): Promise<DriverResult> {
  const target = openTarget(path, { cwd: dirname(path), sources: [] });
  if (target.failure !== null) return result(target);
  const held = await withTarget(target.value, async (one) => {
    if (process.env.HOLD !== undefined) {
      process.stdout.write('held\n');
      process.stdin.resume();
      await once(process.stdin, 'end');
    }
    const files = Object.entries(written.owners).map(
      ([owner, texts]) =>
        [
          owner,
          Object.entries(texts).map(([where, text]) => ({
            path: where,
            bytes: Buffer.from(text),
            kind: where.endsWith('.html') ? ('page' as const) : ('asset' as const),
          })),
        ] as const,
    );
    return publish(one, { made: new Map(files), gone: written.gone, decks: new Map(), prints: new Map() });
  });
  return result(held.failure === null ? held.value : held);
}

function result({ failure, diagnostics }: DriverResult): DriverResult {
  return { failure, diagnostics };
}

const [path = '', plan = ''] = process.argv.slice(2);
const { DIE_AT, SWEEP_AT } = process.env;
if (DIE_AT !== undefined) before(Number(DIE_AT), () => process.kill(process.pid, 'SIGKILL'));
if (SWEEP_AT !== undefined) before(Number(SWEEP_AT), () => sweep(dirname(path)));
const written = JSON.parse(fs.readFileSync(plan, 'utf8')) as WrittenPlan;
process.stdout.write(`${JSON.stringify(await run(path, written))}\n`);
