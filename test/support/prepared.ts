import { discover } from '../../src/load/discover.js';
import type { Edition } from '../../src/model/workshop.js';
import { type PreparedDeck, prepareDeck } from '../../src/pipeline/prepare.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';
import { noBrowser } from './no-browser.js';
import { told } from './told.js';
import { workspace } from './workspace.js';

/** A deck that went from its files to drawn slides, as in a build. */
export interface Prepared {
  readonly deck: PreparedDeck;
  /** The only edition, or the one of a name; a failure where there is none. */
  readonly edition: (name?: string) => Edition;
  readonly rendered: (name?: string) => RenderedEdition;
  /** Diagnostics as codes with the author's words, each once. */
  readonly said: readonly string[];
}

/** Prepares a deck from files by name: `talk.md` alone, or a `deck.yaml` with what it names. */
export async function prepare(files: Readonly<Record<string, string | Uint8Array>>): Promise<Prepared> {
  const cwd = await workspace(files);
  const found = await discover(['deck.yaml' in files ? '.' : 'talk.md'], { cwd });
  const [source] = found.value.decks;
  if (!source) throw new Error(found.diagnostics.map((one) => one.message).join('\n') || 'There is no deck.');
  const deck = await prepareDeck(source, undefined, {}, cwd, noBrowser);
  const sources = new Map([...found.value.sources, ...deck.sources]);
  const said = [...new Set(told([...found.diagnostics, ...deck.diagnostics], sources))];
  const rendered = (name?: string) => {
    const one = deck.editions.find(({ edition }) => name === undefined || edition.name === name);
    if (!one) throw new Error(`There is no edition ${name ?? ''}: ${said.join(', ')}`);
    return one;
  };
  return { deck, said, rendered, edition: (name) => rendered(name).edition };
}

/** The slides of a Markdown text, drawn: HTML for the screen. */
export async function drawn(
  markdown: string,
  files: Record<string, string | Uint8Array> = {},
): Promise<string> {
  const { rendered } = await prepare({ 'talk.md': markdown, ...files });
  return rendered()
    .slides.map((slide) => slide.html)
    .join('\n');
}
