import { join } from 'node:path';
import { revealThemes } from '../theme/load-theme.js';
import { readDescription } from '../theme/read-description.js';
import { themeFolders } from '../theme/theme-levels.js';
import { templatesFolder } from './prepare.js';

/** A theme that a deck may name. */
export interface KnownTheme {
  readonly name: string;
  readonly title: string;
  /** What it is for; empty where it does not say. */
  readonly about: string;
  /** Below `themes/` of the working folder, and not one of ours. */
  readonly own: boolean;
}

/** Names of reveal.js' own themes, each `reveal/…` to a deck. */
export function knownRevealThemes(): readonly string[] {
  return revealThemes(templatesFolder());
}

/** The themes there are: ours, and those in `themes/` of a folder. One that cannot be read is listed with what is wrong. */
export function knownThemes(cwd: string): readonly KnownTheme[] {
  const all = [
    ...[...themeFolders(join(templatesFolder(), 'themes'))].map((entry) => ({ entry, own: false })),
    ...[...themeFolders(join(cwd, 'themes'))].map((entry) => ({ entry, own: true })),
  ];
  return all.map(({ entry: [name, folder], own }) => {
    const read = readDescription(name, folder, null);
    return 'code' in read
      ? { name, title: name, about: read.message, own }
      : { name, title: read.title, about: read.about, own };
  });
}
