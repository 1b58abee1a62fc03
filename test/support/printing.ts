import { findBrowser } from '../../src/print/find-browser.js';
import { type LentBrowser, startBrowser } from '../../src/print/lend.js';
import type { Asset, Paper, RenderedPage } from '../../src/render/page.js';

/** A browser for tests, as Deckhand finds it. Without one a test fails: it is never skipped. */
export async function testBrowser(signal?: AbortSignal): Promise<LentBrowser> {
  const { value, diagnostics } = await findBrowser();
  if (value === null) throw new Error(diagnostics.map((one) => `${one.message} ${one.hint}`).join('\n'));
  return startBrowser(value, signal);
}

/** A page for paper: what is not given is what a plain deck would have. */
export function paperPage(
  html: string,
  paper: Partial<Paper> = {},
  more: { assets?: readonly Asset[]; product?: RenderedPage['product'] } = {},
): RenderedPage {
  return {
    deck: 'talk',
    edition: null,
    product: more.product ?? 'slides',
    path: 'public/talk/slides.pdf',
    html,
    assets: more.assets ?? [],
    paper: {
      width: 1280,
      height: 720,
      title: 'A talk',
      authors: [],
      subject: null,
      keywords: [],
      lang: 'en',
      date: null,
      pages: 1,
      mayGrow: false,
      flow: null,
      turn: null,
      labels: null,
      bookmarks: [],
      places: new Map(),
      ...paper,
    },
  };
}

/** A document of sheets, one slide each, as the renderer writes them. */
export function sheets(slides: readonly { readonly id: string; readonly html: string }[], head = ''): string {
  const body = slides
    .map(({ id, html }) => `<section class="sheet" id="${id}"><div class="slide">${html}</div></section>`)
    .join('\n');
  return `<!doctype html>
<html lang="en" style="--slide-width:1280px;--slide-height:720px"><head><meta charset="utf-8"><title>A talk</title><style>
@page { size: 1280px 720px; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; font: 30px/1.3 sans-serif }
.slide { width: 1280px; height: 720px; padding: 72px; overflow: hidden; position: relative }
.sheet + .sheet { break-before: page }
</style>${head}</head><body>${body}</body></html>`;
}
