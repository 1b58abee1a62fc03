import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { discover } from '../load/discover.js';
import { shownPath } from '../load/shown-path.js';
import { withTarget } from '../output/lock.js';
import type { ProductFile } from '../output/product-file.js';
import { publish } from '../output/publish.js';
import { openTarget } from '../output/target.js';
import { galleryPage, type PicturedTheme } from '../render/products/gallery-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { loadWords } from '../theme/words.js';
import { outcomes } from './build.js';
import type { BuildOptions, BuildResult, Outcome } from './options.js';
import { shelfTheme } from './plan.js';
import { prepareDeck, templatesFolder } from './prepare.js';
import { makePrinter, type Printer } from './printing.js';
import { pagesOf } from './products.js';
import { type KnownTheme, knownThemes } from './themes.js';

export interface GalleryOptions extends Pick<BuildOptions, 'cwd' | 'browser' | 'signal' | 'onProgress'> {
  /** Default `themes-gallery`. */
  readonly out?: string | undefined;
  /** Of the page; default `en`. */
  readonly lang?: string | undefined;
}

/** How it ended; `path` is that of the page, relative to the working folder. */
export interface GalleryResult extends Pick<BuildResult, 'outcome' | 'diagnostics' | 'sources'> {
  readonly path: string | null;
}

/** Pictures are half as large as slides. */
const scale = 0.5;
const pageName = 'themes.html';

/** Makes a page with pictures of all themes that a deck in the working folder may name: all of it, or nothing. */
export async function makeGallery(options: GalleryOptions): Promise<GalleryResult> {
  const cwd = realpathSync.native(options.cwd ?? process.cwd());
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const end = (outcome: Outcome, path: string | null = null) => ({ outcome, diagnostics, sources, path });
  const target = openTarget(options.out ?? 'themes-gallery', { cwd, sources: [] });
  diagnostics.push(...target.diagnostics);
  if (target.failure !== null) return end(outcomes[target.failure]);
  const { browser, signal } = options;
  const printer = makePrinter({ browser, cwd, signal }, null);
  try {
    const attempt = await withTarget(target.value, async (held) => {
      const themes: PicturedTheme[] = [];
      const known = knownThemes(cwd);
      for (const [done, theme] of known.entries()) {
        signal?.throwIfAborted();
        options.onProgress?.({ what: theme.name, done, total: known.length });
        const pictured = await picturesOf(theme);
        if (pictured !== null) themes.push(pictured);
        if (printer.lacksBrowser()) return end('no-browser');
      }
      if (hasErrors(diagnostics)) return end('content-errors');
      const lang = options.lang ?? 'en';
      const words = loadWords(lang, templatesFolder(), null);
      diagnostics.push(...words.diagnostics);
      const size = { width: 1280 * scale, height: 720 * scale };
      const { html, assets } = galleryPage(themes, size, shelfTheme(), words.value, lang);
      const files: readonly ProductFile[] = [
        ...assets.map((asset) => ({ ...asset, kind: 'asset' as const })),
        { path: pageName, bytes: Buffer.from(html), kind: 'page' },
      ];
      const made = new Map([['gallery', files]]);
      const published = await publish(held, { made, gone: [], decks: new Map(), prints: new Map() }, signal);
      diagnostics.push(...published.diagnostics);
      if (published.failure !== null) return end(outcomes[published.failure]);
      return end('built', shownPath(cwd, join(held.target.path, pageName)));
    });
    diagnostics.push(...attempt.diagnostics);
    return attempt.failure === null ? attempt.value : end(outcomes[attempt.failure]);
  } catch (error) {
    if (signal?.aborted) return end('interrupted');
    throw error;
  } finally {
    await printer.end();
  }

  async function picturesOf(known: KnownTheme): Promise<PicturedTheme | null> {
    // A folder of one's own that bears a name of ours has to be named by its path.
    const isHidden = known.own && knownThemes(cwd).some(({ name, own }) => !own && name === known.name);
    const named = isHidden ? `./themes/${known.name}` : known.name;
    const drawn = await sampleIn(named, cwd, printer.loan);
    diagnostics.push(...drawn.diagnostics);
    for (const [file, text] of drawn.sources) sources.set(file, text);
    const [rendered] = drawn.editions;
    if (rendered === undefined) return null;
    const sides: PicturedTheme['sides'][number][] = [];
    for (const variant of ['light', 'dark'] as const) {
      const { value: pages } = await pagesOf(inVariant(rendered, variant), new Set(['slides']), null);
      const page = pages.find(({ product }) => product === 'slides');
      if (page === undefined) throw new Error('The sample has no slides.');
      const taken = await printer.picture(page, scale);
      diagnostics.push(...taken.diagnostics);
      if (taken.value === null) return null;
      const layouts = rendered.edition.slides.map(({ layout }) => layout);
      const pictures = taken.value.map((bytes, index) => ({ layout: layouts[index] ?? '', bytes }));
      sides.push({ variant, pictures });
    }
    const { title, about, own } = known;
    return { title, about, own, named, theme: rendered.theme, sides };
  }
}

/** The sample in a theme. It is ours, and looks for the theme as a deck in the working folder would. */
async function sampleIn(theme: string, cwd: string, loan: Printer['loan']) {
  const folder = join(templatesFolder(), 'starters', 'gallery');
  const found = await discover(['harbour.md'], { cwd: folder });
  const [deck] = found.value.decks;
  if (deck === undefined) throw new Error('The sample of the gallery is missing.');
  const settings = { ...deck.settings, path: join(cwd, 'harbour.md'), root: cwd };
  return prepareDeck({ ...deck, settings }, undefined, { theme }, cwd, loan);
}

function inVariant(rendered: RenderedEdition, variant: 'light' | 'dark'): RenderedEdition {
  const { edition } = rendered;
  return { ...rendered, edition: { ...edition, settings: { ...edition.settings, variant } } };
}
