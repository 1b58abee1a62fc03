import type { RenderedPage } from '../render/page.js';
import type { BrowserSource } from './browser-choice.js';
import { candidates, type FindOptions, whatIsWrong } from './find-browser.js';
import { startBrowser } from './lend.js';
import { printPage } from './print-page.js';

/** What `deckhand doctor` shows of browsers. */
export interface BrowserReport {
  /** In order of preference. Of the system's usual places only those that have something are listed. */
  readonly candidates: readonly {
    readonly source: BrowserSource;
    readonly path: string;
    /** Null when it does not run. */
    readonly version: string | null;
    /** Why it cannot be used, a sentence's end (`is not there.`); null when it runs. */
    readonly problem: string | null;
    /** Whether Deckhand prints with this one. */
    readonly chosen: boolean;
  }[];
  /** The chosen browser printed a page; null when there is none to try. */
  readonly trial: {
    readonly works: boolean;
    readonly milliseconds: number;
    /** Why it did not work, or what should be known about how it runs. */
    readonly notes: readonly string[];
  } | null;
}

/** Looks at every place where a browser may be and prints one page with the one that Deckhand would take. */
export async function inspectBrowsers(options: FindOptions = {}): Promise<BrowserReport> {
  const found: BrowserReport['candidates'][number][] = [];
  let trial: BrowserReport['trial'] = null;
  for await (const { source, path, tried, libraries, fonts } of candidates(options)) {
    if (tried.kind === 'absent' && (source === 'system' || source === 'puppeteer')) continue;
    const refused = options.browser !== undefined && source !== 'option';
    const chosen = trial === null && tried.kind === 'runs' && !refused;
    found.push({
      source,
      path,
      version: tried.kind === 'runs' ? (tried.version ?? 'unknown version') : null,
      problem: tried.kind === 'runs' ? null : whatIsWrong(tried),
      chosen,
    });
    if (chosen) trial = await printTrial({ source, path, libraries, fonts, version: tried.version });
  }
  return { candidates: found, trial };
}

async function printTrial(choice: Parameters<typeof startBrowser>[0]): Promise<BrowserReport['trial']> {
  const start = performance.now();
  const browser = startBrowser(choice);
  try {
    const { value, diagnostics } = await printPage(browser, trialPage);
    const notice = value === null ? null : await browser.notice();
    return {
      works: value !== null,
      milliseconds: Math.round(performance.now() - start),
      notes: [...diagnostics.map((one) => one.message), ...(notice === null ? [] : [notice])],
    };
  } finally {
    await browser.end();
  }
}

const trialPage: RenderedPage = {
  deck: 'trial',
  edition: null,
  product: 'slides',
  path: 'trial.pdf',
  html: '<!doctype html><html lang="en"><meta charset="utf-8"><title>Trial</title><style>@page{size:640px 360px}</style><h1 id="trial">It prints</h1></html>',
  assets: [],
  paper: {
    width: 640,
    height: 360,
    title: 'Trial',
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
  },
};
