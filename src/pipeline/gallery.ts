import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { shownPath } from '../load/shown-path.js';
import { withTarget } from '../output/lock.js';
import type { ProductFile } from '../output/product-file.js';
import { publish } from '../output/publish.js';
import { openTarget } from '../output/target.js';
import {
  galleryPage,
  type PicturedColours,
  type PicturedTheme,
  type Variant,
} from '../render/products/gallery-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { loadWords } from '../theme/words.js';
import { outcomes } from './build.js';
import { drawSamples, inVariant } from './gallery-sample.js';
import type { BuildOptions, BuildResult, Outcome } from './options.js';
import { templatesFolder } from './prepare.js';
import { makePrinter } from './printing.js';
import { pagesOf } from './products.js';
import { plainLook } from './shelf-theme.js';
import type { KnownTheme } from './themes.js';

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

/** Themes that differ in nothing but their colours are shown by one slide: a list, a tip and words that are marked. */
const coloursSlide = 3;

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
      // All are drawn before any is pictured: what is broken is said at once.
      const { samples, ...noticed } = await drawSamples(cwd, printer.loan);
      diagnostics.push(...noticed.diagnostics);
      for (const [file, text] of noticed.sources) sources.set(file, text);
      if (hasErrors(diagnostics)) return end('content-errors');
      const themes: PicturedTheme[] = [];
      const revealed: PicturedColours[] = [];
      for (const [done, sample] of samples.entries()) {
        signal?.throwIfAborted();
        options.onProgress?.({ what: sample.named, done, total: samples.length });
        const { named, known, rendered } = sample;
        if (known === null) revealed.push(...(await coloursOf(named, rendered)));
        else themes.push(await picturesOf(named, known, rendered));
        if (printer.lacksBrowser()) return end('no-browser');
      }
      if (hasErrors(diagnostics)) return end('content-errors');
      const lang = options.lang ?? 'en';
      const words = loadWords(lang, templatesFolder(), null);
      diagnostics.push(...words.diagnostics);
      const size = { width: 1280 * scale, height: 720 * scale };
      const { html, assets } = galleryPage({ themes, revealed }, size, plainLook(), words.value, lang);
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

  /** Light and dark beside each other, which takes two thirds of the time; where the browser failed, without pictures. */
  async function picturesOf(
    named: string,
    { title, about, own }: KnownTheme,
    rendered: RenderedEdition,
  ): Promise<PicturedTheme> {
    const layouts = rendered.edition.slides.map(({ layout }) => layout);
    const sides = await Promise.all(
      (['light', 'dark'] as const).map(async (variant) => {
        const taken = (await picturesIn(variant, rendered)) ?? [];
        return { variant, pictures: taken.map((bytes, index) => ({ layout: layouts[index] ?? '', bytes })) };
      }),
    );
    return { title, about, own, named, theme: rendered.theme, sides };
  }

  /** One of reveal.js' own: its colours are the same on both sides. */
  async function coloursOf(named: string, rendered: RenderedEdition): Promise<readonly PicturedColours[]> {
    const [bytes] = (await picturesIn(rendered.theme.variant, rendered, coloursSlide)) ?? [];
    return bytes === undefined ? [] : [{ named, bytes }];
  }

  /** Pictures of all slides, or of one; null where the browser failed. */
  async function picturesIn(variant: Variant, rendered: RenderedEdition, only?: number) {
    const range = only === undefined ? null : (number: number) => number === only;
    const { value: pages } = await pagesOf(inVariant(rendered, variant), new Set(['slides']), range);
    const page = pages.find(({ product }) => product === 'slides');
    if (page === undefined) throw new Error('The sample has no slides.');
    const taken = await printer.picture(page, scale);
    diagnostics.push(...taken.diagnostics);
    return taken.value;
  }
}
