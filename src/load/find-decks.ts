import {
  closeSync,
  type Dirent,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { isInside } from './inside-root.js';

/** Where a deck was found. */
export interface Candidate {
  /** Path below the searched folder, with `/` and without ending; '' for the folder itself. */
  readonly name: string;
  /** Absolute real path of the deck's `deck.yaml` or of its only file. */
  readonly path: string;
}

/** The settings of a deck that is a folder. */
export const deckFile = 'deck.yaml';

/**
 * Searches a folder for decks. One with a `deck.yaml` is a deck and nothing below it is searched; elsewhere every
 * `.md` with front matter is one. Left out: `node_modules`, names that start with a dot, and folders a build made.
 *
 * Links are followed inside of the root, after everything else, so that what is there under its own name keeps it.
 */
export function findDecks(folder: string, root: string): Noticed<readonly Candidate[]> {
  const found: Candidate[] = [];
  const problems: Diagnostic[] = [];
  const seen = new Set<string>();
  const links: { readonly path: string; readonly name: string }[] = [];

  const visitFolder = (path: string, name: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const entries = readFolder(path, problems);
    if (entries.some((entry) => entry.name === deckFile && !entry.isDirectory())) {
      const settings = insideOnly(join(path, deckFile), root);
      if (settings === null) problems.push(leavesRoot(name === '' ? deckFile : `${name}/${deckFile}`));
      else found.push({ name, path: settings });
      return;
    }
    if (entries.some((entry) => entry.name === '.deckhand.json')) return;
    const nearly = entries.find((entry) => /^deck\.ya?ml$/i.test(entry.name) && !entry.isDirectory());
    if (nearly !== undefined) problems.push(otherName(name === '' ? nearly.name : `${name}/${nearly.name}`));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inner = {
        path: join(path, entry.name),
        name: name === '' ? entry.name : `${name}/${entry.name}`,
      };
      if (entry.isSymbolicLink()) links.push(inner);
      else if (entry.isDirectory()) visitFolder(inner.path, inner.name);
      else if (entry.isFile()) visitFile(inner.path, inner.name);
    }
  };

  const visitFile = (path: string, name: string) => {
    if (!name.endsWith('.md') || seen.has(path) || !opensFrontMatter(path)) return;
    seen.add(path);
    found.push({ name: name.slice(0, -'.md'.length), path });
  };

  visitFolder(folder, '');
  // Following a link may find more of them.
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const real = insideOnly(link.path, root);
    if (real === null) {
      problems.push(leavesRoot(link.name));
      continue;
    }
    const stat = statSync(real);
    if (stat.isDirectory()) visitFolder(real, link.name);
    else if (stat.isFile()) visitFile(real, link.name);
  }
  return { value: found.sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics: problems };
}

/** In an order that does not depend on the system. */
function readFolder(path: string, problems: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    problems.push(
      diagnostic('path/unreadable', null, `The folder \`${path}\` may not be searched.`, {
        hint: 'Look at its permissions, or name the decks themselves.',
      }),
    );
    return [];
  }
}

/** The real path behind a link; null where it leads out of the root, in a circle or nowhere. */
function insideOnly(path: string, root: string): string | null {
  if (!existsSync(path)) return null;
  const real = realpathSync.native(path);
  return isInside(root, real) ? real : null;
}

function otherName(name: string): Diagnostic {
  return diagnostic('deck/yml', null, `\`${name}\` is not read: settings stand in \`${deckFile}\`.`, {
    hint: `Rename it to \`${deckFile}\`.`,
  });
}

function leavesRoot(name: string): Diagnostic {
  return diagnostic(
    'path/link-skipped',
    null,
    `\`${name}\` is a symbolic link that leads out of the content root or nowhere, so it was not searched for decks.`,
    { hint: 'Put a copy in its place, or name a higher folder with `--root`.' },
  );
}

/** Whether a file's first line is `---`, from its first bytes; most files in a folder are no decks. */
function opensFrontMatter(path: string): boolean {
  const head = Buffer.alloc(64);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    // It may not be read. Taken for a deck, so that reading it says so.
    return true;
  }
  const length = readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  return /^(?:\u{feff})?---[ \t]*(?:[\r\n]|$)/u.test(head.toString('utf8', 0, length));
}
