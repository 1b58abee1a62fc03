import { type FSWatcher, watch } from 'node:fs';
import { changedBetween, type Listing, listingOf } from './listing.js';

/** What is watched: folders with all that is below them, and folders of which only the files count. */
export interface Watched {
  readonly trees: readonly string[];
  readonly folders: readonly string[];
}

export interface Watching {
  /** Watches these from now on; what changed in the meantime is told. */
  readonly follow: (watched: Watched) => void;
  readonly end: () => void;
}

/** Milliseconds. */
const times = {
  /** So long nothing more has to happen until a change is told: a save is often more than one write. */
  settling: 8,
  /** Changes without end are told after this. */
  longest: 120,
  /** A file that is gone, or less than half of what it was, is often about to be written, on a busy machine not at once. */
  halfSaved: 300,
  /** Systems lose events: of folders removed and made again, over the network, asleep. */
  secondLook: 1_000,
};

interface Held {
  readonly listing: Listing;
  readonly watcher: FSWatcher | null;
}

/**
 * Tells which files came, went or changed. The system's events only say when to look: what is told is the difference
 * between what a folder held and what it holds now, so that none can be lost, whatever way an editor saves.
 */
export function watchFolders(first: Watched, told: (paths: ReadonlySet<string>) => void): Watching {
  let watched = first;
  const held = new Map<string, Held>();
  const touched = new Set<string>();
  let settling: NodeJS.Timeout | null = null;
  let since: number | null = null;
  let ended = false;

  look(null);
  const second = setInterval(() => {
    if (settling === null) tell(look(null));
  }, times.secondLook);
  second.unref();

  return {
    follow(next) {
      const known = [...next.trees, ...next.folders].every((folder) => held.has(folder));
      watched = next;
      // What is new is looked at in a turn of its own, so that whoever tells may write where it watches.
      if (!known) setImmediate(() => tell(look(null)));
    },
    end() {
      ended = true;
      clearInterval(second);
      if (settling !== null) clearTimeout(settling);
      for (const { watcher } of held.values()) watcher?.close();
      held.clear();
    },
  };

  function notice(folder: string): void {
    touched.add(folder);
    since ??= performance.now();
    wait(times.settling);
  }

  function wait(most: number): void {
    if (ended) return;
    if (settling !== null) clearTimeout(settling);
    const left = times.longest - (performance.now() - (since ?? 0));
    settling = setTimeout(settled, Math.max(0, Math.min(most, left)));
  }

  function settled(): void {
    settling = null;
    const waited = performance.now() - (since ?? 0);
    if (waited < times.halfSaved && [...touched].some(isHalfSaved)) {
      if (!ended) settling = setTimeout(settled, times.settling);
      return;
    }
    const folders = new Set(touched);
    touched.clear();
    since = null;
    tell(look(folders));
  }

  /** Whether a file that was there is gone, or less than half of it is left. */
  function isHalfSaved(folder: string): boolean {
    const before = held.get(folder)?.listing;
    const now = listingOf(folder);
    if (!before || now === null) return before !== undefined;
    return [...before.sizes].some(([path, size]) => {
      const left = now.sizes.get(path);
      return left === undefined || left * 2n < size;
    });
  }

  function tell(paths: ReadonlySet<string>): void {
    if (!ended && paths.size > 0) told(paths);
  }

  /** Looks at the folders given, at those that came with them, and at none twice; at all of them for null. */
  function look(folders: ReadonlySet<string> | null): ReadonlySet<string> {
    const changed = new Set<string>();
    // A build that was running at the end says afterwards what to follow, and what is watched keeps the process from ending.
    if (ended) return changed;
    const wanted = new Set<string>();
    /** Links may lead to a folder around them. */
    const identities = new Set<string>();
    const visit = (folder: string, deep: boolean): void => {
      if (wanted.has(folder)) return;
      wanted.add(folder);
      const before = held.get(folder) ?? null;
      const known = folders !== null && before !== null && !folders.has(folder);
      const listing = known ? before.listing : listingOf(folder);
      if (!known) {
        for (const path of changedBetween(before?.listing ?? null, listing)) changed.add(path);
        keep(folder, before, listing);
      }
      if (listing === null || identities.has(listing.identity)) return;
      identities.add(listing.identity);
      if (deep) for (const inner of listing.folders) visit(inner, true);
    };
    for (const tree of watched.trees) visit(tree, true);
    for (const folder of watched.folders) visit(folder, false);
    for (const [folder, one] of held) {
      if (wanted.has(folder)) continue;
      for (const path of one.listing.files.keys()) changed.add(path);
      keep(folder, one, null);
    }
    return changed;
  }

  function keep(folder: string, before: Held | null, listing: Listing | null): void {
    if (listing !== null && before?.watcher && before.listing.identity === listing.identity) {
      held.set(folder, { listing, watcher: before.watcher });
      return;
    }
    before?.watcher?.close();
    if (listing === null) held.delete(folder);
    else held.set(folder, { listing, watcher: open(folder) });
  }

  /** Null where the system has no more watches to give: the second look finds what changes all the same. */
  function open(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, { persistent: true }, () => notice(folder));
      watcher.on('error', () => notice(folder));
      return watcher;
    } catch {
      return null;
    }
  }
}
