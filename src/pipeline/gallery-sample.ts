import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { discover } from '../load/discover.js';
import type { Variant } from '../render/products/gallery-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { prepareDeck, templatesFolder } from './prepare.js';
import type { Printer } from './printing.js';
import { type KnownTheme, knownRevealThemes, knownThemes } from './themes.js';

/** The gallery's slides in a theme. */
export interface Sample {
  /** What settings call the theme. */
  readonly named: string;
  /** Null where it brings colours and nothing else. */
  readonly known: KnownTheme | null;
  readonly rendered: RenderedEdition;
}

/** The slides in every theme that a deck in the working folder may name, and what is wrong with themes. */
export async function drawSamples(cwd: string, loan: Printer['loan']) {
  const samples: Sample[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const all = knownThemes(cwd);
  const names: readonly Omit<Sample, 'rendered'>[] = [
    ...all.map((known) => ({ named: nameOf(known, all), known })),
    ...knownRevealThemes().map((name) => ({ named: `reveal/${name}`, known: null })),
  ];
  for (const { named, known } of names) {
    const drawn = await drawSample(named, cwd, loan);
    diagnostics.push(...drawn.diagnostics);
    for (const [file, text] of drawn.sources) sources.set(file, text);
    const [rendered] = drawn.editions;
    if (rendered !== undefined) samples.push({ named, known, rendered });
  }
  return { samples, diagnostics, sources };
}

/** A folder of one's own that bears a name of ours has to be named by its path. */
function nameOf({ name, own }: KnownTheme, all: readonly KnownTheme[]): string {
  const isHidden = own && all.some((other) => !other.own && other.name === name);
  return isHidden ? `./themes/${name}` : name;
}

/** The sample is ours, and looks for the theme as a deck in the working folder would. */
async function drawSample(theme: string, cwd: string, loan: Printer['loan']) {
  const folder = join(templatesFolder(), 'starters', 'gallery');
  const found = await discover(['harbour.md'], { cwd: folder });
  const [deck] = found.value.decks;
  if (deck === undefined) throw new Error('The sample of the gallery is missing.');
  const settings = { ...deck.settings, path: join(cwd, 'harbour.md'), root: cwd };
  return prepareDeck({ ...deck, settings }, undefined, { theme }, cwd, loan);
}

export function inVariant(rendered: RenderedEdition, variant: Variant): RenderedEdition {
  const { edition } = rendered;
  return { ...rendered, edition: { ...edition, settings: { ...edition.settings, variant } } };
}
