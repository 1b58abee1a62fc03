import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type Attempt, failed, isOneOf, succeeded, systemFailure } from './attempt.js';
import { type Holder, heartbeat, isGone, isHolder, newHolder, processOf } from './holder.js';
import { lookInto } from './look.js';
import type { Manifest } from './manifest.js';
import { withoutMissing } from './plan.js';
import { candidateHolder, candidateName, lockName } from './stage-name.js';
import { manifestOf, type Target } from './target.js';

/** A target that no other build writes to for as long as it is held. */
export interface HeldTarget {
  readonly target: Target;
  /** What earlier builds left in the target. */
  readonly manifest: Manifest;
  /** A folder on the target's disk for files on their way into it. */
  readonly stage: string;
}

/**
 * Runs `work` while no other build can write to the target, and lets go of it at whatever end. Folders missing around the
 * target are made first, and what dead builds left beside it is swept away. Fails as `busy` at once when another build holds
 * the target and its process is alive.
 *
 * The stage is the lock:
 *
 *     talks/
 *       dist/                                  the target
 *       .deckhand-dist-lock/                   there while somebody holds the target, or was killed holding it
 *         4242-918273-5f3a9c01-a1b2c3d4e5f6/   the holder's stage
 *
 * To take the lock, a candidate with the stage in it is renamed to `…-lock`. The system refuses that while the lock has
 * anything in it, so of two starters one gets it. A dead holder's stage is removed by its own name, which nobody else ever
 * had: nothing that is alive can be taken away by mistake.
 */
export async function withTarget<T>(
  target: Target,
  work: (held: HeldTarget) => Promise<T>,
): Promise<Attempt<T>> {
  const taken = take(target);
  if (taken.failure !== null) return taken;
  const { manifest, stage, release } = taken.value;
  const alive = setInterval(() => signOfLife(stage), heartbeat).unref();
  // For whoever ends the process on the spot; `finally` does not run then.
  process.once('exit', release);
  try {
    return succeeded(await work({ target, manifest, stage }));
  } finally {
    clearInterval(alive);
    process.off('exit', release);
    release();
  }
}

interface Taken {
  readonly manifest: Manifest;
  readonly stage: string;
  readonly release: () => void;
}

function take(target: Target): Attempt<Taken> {
  const holder = newHolder();
  const name = basename(target.path);
  const lock = join(target.stageRoot, lockName(name));
  const candidate = join(target.stageRoot, candidateName(name, holder));
  let made: string | undefined;
  const release = () => {
    rmSync(candidate, { recursive: true, force: true });
    rmSync(join(lock, holder), { recursive: true, force: true });
    removeIfEmpty(lock);
    if (made !== undefined) removeFolders(target.stageRoot, made);
  };
  try {
    made = mkdirSync(target.stageRoot, { recursive: true });
    mkdirSync(join(candidate, holder), { recursive: true });
    const now = statSync(candidate).mtimeMs;
    const other = takeLock(candidate, lock, now);
    if (other !== null) {
      release();
      return failed('busy', busy(target, other));
    }
    sweep(target, now);
    return succeeded({ manifest: standing(target), stage: join(lock, holder), release });
  } catch (error) {
    release();
    return systemFailure(error, target.shown);
  }
}

/** Each attempt but the last finds the lock taken, or clears away what is dead in it; more than a few mean that we may not. */
const attempts = 50;

/** Null: the lock is ours. Otherwise the name of what is in it: a holder that is alive, or something of a stranger's. */
function takeLock(candidate: string, lock: string, now: number): string | null {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(candidate, lock);
      return null;
    } catch (error) {
      // EPERM is how Windows refuses to rename onto any folder.
      if (!isOneOf(error, 'ENOTEMPTY', 'EEXIST', 'EPERM') || attempt === attempts) throw error;
    }
    const inside = list(lock);
    const other = inside.find((name) => !isHolder(name) || !isDead(join(lock, name), name, now));
    if (other !== undefined) return other;
    for (const dead of inside) rmSync(join(lock, dead), { recursive: true, force: true });
    removeIfEmpty(lock);
  }
}

/** Removes what dead builds for this target left. A stage lies beside the target or in it, and that may have changed since. */
function sweep(target: Target, now: number): void {
  const name = basename(target.path);
  for (const folder of new Set([dirname(target.path), target.path])) {
    for (const entry of list(folder)) {
      const holder = candidateHolder(name, entry);
      const path = join(folder, entry);
      if (holder !== null && isDead(path, holder, now)) rmSync(path, { recursive: true, force: true });
    }
    if (folder === target.stageRoot) continue;
    const lock = join(folder, lockName(name));
    for (const holder of list(lock)) {
      const path = join(lock, holder);
      if (isHolder(holder) && isDead(path, holder, now)) rmSync(path, { recursive: true, force: true });
    }
    removeIfEmpty(lock);
  }
}

/** @param now the time by the clock of the disk the stages lie on */
function isDead(stage: string, holder: Holder, now: number): boolean {
  const seen = statSync(stage, { throwIfNoEntry: false })?.mtimeMs;
  return seen === undefined || isGone(holder, now - seen);
}

/** The manifest, save for what somebody has removed since. */
function standing(target: Target): Manifest {
  const manifest = manifestOf(target);
  const look = lookInto(target.path);
  const missing = [...manifest.files.keys()].filter((path) => look(path).kind === 'nothing');
  return withoutMissing(manifest, new Set(missing));
}

function signOfLife(stage: string): void {
  const now = new Date();
  try {
    utimesSync(stage, now, now);
  } catch {
    // The stage was taken away: `publish` notices before it changes anything.
  }
}

/** The names in a folder; none when it is not there or may not be read. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isOneOf(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return [];
    throw error;
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** From `inner` outwards to `outer`, as long as they are empty. */
function removeFolders(inner: string, outer: string): void {
  for (let folder = inner; removeIfEmpty(folder) && folder !== outer; ) folder = dirname(folder);
}

function busy(target: Target, other: string): Diagnostic {
  const where = join(target.stageRoot, lockName(basename(target.path)));
  if (!isHolder(other)) {
    return diagnostic(
      'output/busy',
      null,
      `\`${target.shown}\` cannot be locked: \`${where}\` holds \`${other}\`, which Deckhand did not put there.`,
      { hint: `Move \`${other}\` away and build again.` },
    );
  }
  return diagnostic(
    'output/busy',
    null,
    `Another build (process ${processOf(other)}) is writing to \`${target.shown}\`.`,
    { hint: 'Wait until it has ended, or build into another folder with `-o`.' },
  );
}
