import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { RenderedPage } from '../render/page.js';
import { addressOf, raiseWall, type Wall } from './wall.js';

/** A rendered page, laid out in a browser for paper: its fonts are loaded and its images decoded. */
export interface OpenPage {
  /**
   * Runs a function in the page and returns what it returns, both as JSON. The function is sent as text: it sees
   * the page's globals and its arguments, and nothing of the module it stands in.
   */
  readonly evaluate: <A extends readonly unknown[], R>(
    inPage: (...args: A) => R,
    ...args: A
  ) => Promise<Awaited<R>>;
  readonly session: CDPSession;
  readonly wall: Wall;
}

/**
 * Loads a rendered page behind its wall and waits until it can be measured and printed.
 *
 * @param view how many sheets below one another the window shows, and how large
 */
export async function openPage(
  session: CDPSession,
  page: RenderedPage,
  view: { readonly sheets: number; readonly scale: number } = { sheets: 1, scale: 1 },
): Promise<OpenPage> {
  const evaluate = evaluator(session);
  const wall = await raiseWall(session, page);
  const loaded = new Promise<void>((resolve) => session.once('Page.loadEventFired', () => resolve()));
  await Promise.all([
    session.send('Page.enable'),
    session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.ceil(page.paper?.width ?? 0),
      height: Math.ceil(page.paper?.height ?? 0) * view.sheets,
      deviceScaleFactor: view.scale,
      mobile: false,
    }),
  ]);
  await session.send('Page.navigate', { url: addressOf(page) });
  await loaded;
  await evaluate(settle);
  return { evaluate, session, wall };
}

/** A page for scripts of ours: it has no files, loads nothing, and is as wide as a screen. */
export interface ScriptedPage {
  readonly evaluate: OpenPage['evaluate'];
  /** Runs a program for what it leaves in the page. */
  readonly run: (program: string) => Promise<void>;
}

/** Loads a document behind its wall, for what we evaluate in it, timers included. */
export async function openScriptedPage(session: CDPSession, html: string): Promise<ScriptedPage> {
  const page = { path: 'page.html', html, assets: [] };
  await raiseWall(session, page, true);
  const loaded = new Promise<void>((resolve) => session.once('Page.loadEventFired', () => resolve()));
  const [width, height] = [1280, 720];
  await Promise.all([
    session.send('Page.enable'),
    session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      screenWidth: width,
      screenHeight: height,
      deviceScaleFactor: 1,
      mobile: false,
    }),
  ]);
  await session.send('Page.navigate', { url: addressOf(page) });
  await loaded;
  const evaluate = evaluator(session);
  await evaluate(settle);
  return {
    evaluate,
    run: async (program) => {
      const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: program });
      if (exceptionDetails !== undefined) throw new Error(`In the page: ${exceptionDetails.text}`);
    },
  };
}

function evaluator(session: CDPSession): OpenPage['evaluate'] {
  return async (inPage, ...args) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${inPage})(${args.map((arg) => JSON.stringify(arg)).join(',')})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  };
}

/**
 * In the page: loads every font face, also those that only `@page` boxes use and that nothing in the document asks
 * for, and decodes every image. What cannot be loaded is left to the checks that come after.
 */
async function settle(): Promise<void> {
  for (const image of document.images) image.loading = 'eager';
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
}
