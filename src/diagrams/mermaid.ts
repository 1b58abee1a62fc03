import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BrowserFailure } from '../print/browser-failure.js';
import type { BrowserPage, LentBrowser } from '../print/lend.js';
import { openScriptedPage, type ScriptedPage } from '../print/open-page.js';
import type { Engine } from './draw-diagrams.js';
import { inks } from './inks.js';
import { builtInColors } from './mermaid-colors.js';
import { mermaidConfig } from './mermaid-config.js';
import { whatIsWrong } from './mermaid-problem.js';
import { lostSettings } from './mermaid-settings.js';
import { drawSource } from './page/draw-source.js';
import { flattenHtml } from './page/flatten-html.js';
import { giveDrawing } from './page/give-drawing.js';
import { placeMarkers } from './page/place-markers.js';
import { readLooks } from './page/read-looks.js';
import { settleWords } from './page/settle-words.js';
import type { PageInks } from './page/state.js';
import { stillWorld } from './page/still-world.js';
import { writeLooks } from './page/write-looks.js';
import { failed, type Remark, type Result } from './result.js';

/** Seconds that one diagram may take. */
const limit = 20;

/** What Mermaid needs: it draws in a page, and only a browser can measure words. */
export interface MermaidTools {
  /** The theme's faces, and the custom property that names the one for words. */
  readonly css: string;
  /** Which browser will draw; null where there is none. */
  readonly browser: string | null;
  /** Lends it, started when somebody asks. */
  readonly lend: () => Promise<LentBrowser | null>;
}

const { text, muted, ground, wash, line, mark } = inks;
const pageInks: PageInks = {
  text,
  muted,
  ground,
  wash,
  line,
  mark,
  onMark: inks['on-mark'],
  all: Object.values(inks),
  builtIn: builtInColors,
};

/** Draws all that Mermaid can, in a page that may load nothing. */
export function mermaidEngine({ css, browser, lend }: MermaidTools, seconds: number = limit): Engine {
  const { version, path } = mermaidFile();

  /** Draws in one page, one after the other; stops at `given` milliseconds. */
  async function drawIn(
    lent: LentBrowser,
    sources: readonly string[],
    given: number,
  ): Promise<readonly Result[]> {
    return lent.withPage(given, async (page) => {
      const open = await openWithMermaid(page, css, path);
      const results: Result[] = [];
      for (const source of sources) results.push(await draw(open, source));
      return results;
    });
  }

  /** Together they need the engine once; alone it is known which of them takes too long. */
  async function drawAll(lent: LentBrowser, sources: readonly string[]): Promise<readonly Result[]> {
    try {
      return await drawIn(lent, sources, 1000 * (seconds + 2 * sources.length));
    } catch (error) {
      if (!(error instanceof BrowserFailure)) throw error;
      if (error.kind === 'no-start') return sources.map(() => noBrowser(error.message));
      if (sources.length === 1) return [whatFailed(error, seconds)];
      const results: Result[] = [];
      for (const source of sources) results.push(...(await drawAll(lent, [source])));
      return results;
    }
  }

  return {
    identity: async () =>
      JSON.stringify([
        `mermaid ${version}`,
        browser,
        createHash('sha256').update(css).digest('hex'),
        mermaidConfig,
      ]),
    async draw(sources) {
      const lent = browser === null ? null : await lend();
      return lent === null ? sources.map(() => noBrowser('There is no browser.')) : drawAll(lent, sources);
    },
  };
}

/** The file that makes Mermaid in a page. */
function mermaidFile(): { readonly version: string; readonly path: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('mermaid'));
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {
    version: string;
  };
  return { version, path: join(folder, 'mermaid.min.js') };
}

async function openWithMermaid({ session }: BrowserPage, css: string, path: string): Promise<ScriptedPage> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Diagrams</title><style>${css}</style></head><body></body></html>`;
  const open = await openScriptedPage(session, html);
  await open.evaluate(stillWorld);
  await open.run(readFileSync(path, 'utf8'));
  return open;
}

async function draw(open: ScriptedPage, source: string): Promise<Result> {
  await open.evaluate(stillWorld);
  const drawn = await open.evaluate(drawSource, source, mermaidConfig);
  if (drawn.kind === 'failed') return failed(whatIsWrong(source, drawn));
  await open.evaluate(flattenHtml);
  await open.evaluate(readLooks, source, pageInks);
  await open.evaluate(settleWords, source, pageInks);
  await open.evaluate(writeLooks);
  await open.evaluate(placeMarkers);
  const { svg, scale } = await open.evaluate(giveDrawing);
  const { finishSvg } = await import('./finish-svg.js');
  const { unsafe, ...drawing } = finishSvg(svg, scale);
  const remarks = [
    ...lostSettings(source),
    ...(unsafe.length > 0 ? [lostLinks(source)] : []),
    ...(drawn.pictures > 0 ? [lostPictures(source)] : []),
  ];
  return { diagram: { ...drawing, alt: drawn.alt }, remarks };
}

function lostLinks(source: string): Remark {
  return {
    code: 'diagram/dropped',
    line: lineWith(source, /^\s*(?:click|link)\b|\blinks?\b/),
    message: 'A link of this diagram is left out.',
    hint: 'Link to a web page, a mail address or a slide.',
  };
}

function lostPictures(source: string): Remark {
  return {
    code: 'diagram/dropped',
    line: lineWith(source, /\bimg\b|<img/),
    message: 'A picture in this diagram is left out: a diagram reads no files and fetches nothing.',
    hint: 'Put the picture beside the diagram, as `![…](…)`.',
  };
}

function lineWith(source: string, pattern: RegExp): number | null {
  const at = source.split('\n').findIndex((one) => pattern.test(one));
  return at < 0 ? null : at + 1;
}

function noBrowser(why: string): Result {
  return failed({
    code: 'diagram/no-browser',
    line: null,
    message: `This diagram is shown as its source: Mermaid draws in a browser. ${why}`,
    hint: 'Run `deckhand doctor` to see which browsers are there. Fences of `dot` need none.',
  });
}

function whatFailed(failure: BrowserFailure, seconds: number): Result {
  if (failure.kind === 'timeout')
    return failed({
      code: 'diagram/too-slow',
      line: null,
      message: `Mermaid did not finish this diagram within ${seconds + 2} seconds.`,
      hint: 'Draw fewer nodes and edges, or several diagrams.',
    });
  return failed({
    code: 'diagram/crashed',
    line: null,
    message: `The browser crashed twice while Mermaid drew this diagram. ${failure.message}`,
    hint: 'Draw fewer nodes and edges, or several diagrams.',
  });
}
