import { basename, extname } from 'node:path';
import { editionsToBuild, resolveSettings, type SettingFlags } from '../config/resolve.js';
import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import { type DeckSource, modulesOf } from '../load/deck-source.js';
import type { EditionSource } from '../model/edition.js';

/** An edition before anybody knows what its words are. */
export type BareEdition = Omit<EditionSource, 'labHeadings'>;

/** What the model needs of each edition to build, in the order they are written. */
export function editionSources(
  deck: DeckSource,
  asked: string | undefined,
  flags: SettingFlags,
): Noticed<readonly BareEdition[]> {
  const diagnostics: Diagnostic[] = [];
  const { written, settings: file } = deck;
  const first = written.editions[0]?.name ?? null;
  const value = editionsToBuild(written, asked).map((name): BareEdition => {
    const resolved = resolveSettings(written, name, flags, {
      sourceDateEpoch: process.env.SOURCE_DATE_EPOCH,
    });
    diagnostics.push(...resolved.diagnostics);
    return {
      deck: deck.name,
      name,
      editions: written.editions.map((edition) => edition.name),
      folder: name === null || name === first ? deck.name : `${deck.name}/${name}`,
      settings: resolved.value,
      files: modulesOf(deck, resolved.value).map(({ module, reference }) => ({
        file: module.source.file,
        time: name === null ? null : (reference?.time[name] ?? null),
      })),
      fallbackTitle: titleFromFile(deck),
      place: { file: file.file, start: 0, end: 0 },
      placeOf: (key) => written.places.get(`editions.${name}.${key}`) ?? written.places.get(key) ?? null,
    };
  });
  return { value, diagnostics };
}

/** `my-talk.md` → `my talk`; of a folder its own name. */
function titleFromFile(deck: DeckSource): string {
  const name = deck.name.split('/').at(-1) ?? deck.name;
  return basename(name, extname(name)).replace(/[-_]+/g, ' ');
}
