import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, failed, succeeded, systemFailure } from './attempt.js';
import type { HeldTarget } from './lock.js';
import { type Manifest, writeManifest } from './manifest.js';
import { during, merge, type Plan, withoutMissing } from './plan.js';
import { putInPlace } from './put-in-place.js';
import { explainRefusal, leftBehind } from './refusals.js';
import { stageFiles } from './stage.js';
import { type Survey, survey } from './survey.js';
import { manifestOf } from './target.js';

/** What became of the folder. Paths are below it, with `/`. */
export interface Published {
  readonly manifest: Manifest;
  /** New, or with other bytes than before. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Brings a folder into the state that a plan describes: all files or, when anything stands against it, none.
 *
 * 1. Everything that differs is written into the stage. Whatever goes wrong until here has changed nothing.
 * 2. A manifest that lists the old and the new as ours is put in place.
 * 3. Every file is renamed over the old one: assets, PDFs, pages, the shelf. Should the system refuse one, all of this is undone.
 * 4. What left is removed, with the folders that are empty then.
 * 5. The manifest that says how things are now is put in place.
 *
 * A build that is killed on the way leaves each file old or new, and a manifest by which the next build finishes the work.
 *
 * @param signal stops the work, until renaming begins; from there it takes milliseconds and is done in one go
 */
export async function publish(
  held: HeldTarget,
  plan: Plan,
  signal?: AbortSignal,
): Promise<Attempt<Published>> {
  const { target, stage } = held;
  const staged = { during: join(stage, 'during'), after: join(stage, 'after'), attic: join(stage, 'old') };
  const fresh = join(stage, 'new');
  try {
    const before = manifestOf(target);
    const merged = merge(before, plan);
    const found = survey(target.path, before, merged);
    if (found.refusals.length > 0) {
      return failed('usage', ...found.refusals.map((one) => explainRefusal(target, one)));
    }
    const manifest = withoutMissing(merged.next, found.missing);
    const text = writeManifest(manifest);
    if (isNothingToDo(found) && text === writeManifest(before)) {
      return succeeded({ manifest, written: [], removed: [] });
    }

    mkdirSync(fresh);
    mkdirSync(staged.attic);
    const files = await stageFiles(fresh, found.write, signal);
    if (files === null) return failed('stopped');
    writeFileSync(staged.during, writeManifest(during(before, manifest, found.standing)));
    writeFileSync(staged.after, text);

    const done = putInPlace(target, found, { ...staged, files });
    if (done.failure !== null) return done;
    const stuck = done.value;
    return succeeded(
      {
        manifest,
        written: found.write.map((file) => file.path),
        removed: [...found.clear, ...found.remove].filter((path) => !stuck.includes(path)),
      },
      [...found.left, ...stuck].map((path) => leftBehind(target, path)),
    );
  } catch (error) {
    return systemFailure(error, target.shown);
  } finally {
    for (const folder of [fresh, staged.attic]) rmSync(folder, { recursive: true, force: true });
  }
}

function isNothingToDo({ write, clear, remove, left }: Survey): boolean {
  return write.length + clear.length + remove.length + left.length === 0;
}
