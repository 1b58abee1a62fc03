import { availableParallelism } from 'node:os';
import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { BrowserChoice } from './browser-choice.js';
import { BrowserFailure } from './browser-failure.js';
import { type Launched, launch } from './launch.js';

/** One fresh, empty page of a browser, lent for one job. */
export interface BrowserPage {
  readonly session: CDPSession;
  /** As the browser says it: `HeadlessChrome/147.0.7727.0`. */
  readonly product: string;
}

/** A browser that is lent page by page, and started again if it crashes. */
export interface LentBrowser {
  /**
   * Opens a page, runs the job and closes the page, whatever happens. At most as many jobs run at once as there are
   * processors; others wait. A job whose page crashes is run once more in a fresh one; a job that takes longer than `limit`
   * milliseconds ends with the browser. Throws {@link BrowserFailure}, the job's own error, or the signal's reason.
   */
  readonly withPage: <T>(limit: number, job: (page: BrowserPage) => Promise<T>) => Promise<T>;
  /** What the user should know about how the browser runs, or null. Waits until it runs. */
  readonly notice: () => Promise<string | null>;
  /** Ends every process of it and leaves nothing behind. */
  readonly end: () => Promise<void>;
}

/**
 * Starts the browser at once and returns at once: it starts beside whatever is done until the first page is needed. When it does not
 * start, the first job says so. When `signal` fires, all of it ends and jobs throw the signal's reason.
 */
export function startBrowser(choice: BrowserChoice, signal?: AbortSignal): LentBrowser {
  /** Fires when no browser is wanted any more; one that is just starting ends, too. */
  const stop = new AbortController();
  const free = slots(Math.max(2, availableParallelism()));
  let running = start();

  function start(): Promise<Launched> {
    const launched = signal?.aborted === true ? Promise.reject(signal.reason) : launch(choice, stop.signal);
    // Whoever asks for a page hears of a failure; until then it is not an unhandled one.
    launched.catch(() => {});
    return launched;
  }

  /** Puts a new browser in place of one that is of no use; where several jobs ask for it, they get the same one. */
  async function replace(broken: Promise<Launched>): Promise<void> {
    if (running !== broken || stop.signal.aborted) return;
    running = start();
    await (await broken).end();
  }

  async function end(): Promise<void> {
    stop.abort();
    const launched = await running.catch(() => null);
    await launched?.end();
  }

  const aborted = () => void end();
  signal?.addEventListener('abort', aborted, { once: true });

  async function once<T>(limit: number, job: (page: BrowserPage) => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const used = running;
    const browser = await used;
    try {
      return await onPage(browser, limit, job);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof BrowserFailure) await replace(used);
      throw error;
    }
  }

  return {
    async withPage(limit, job) {
      const release = await free();
      try {
        return await once(limit, job).catch((error: unknown) => {
          if (error instanceof BrowserFailure && error.kind === 'crashed') return once(limit, job);
          throw error;
        });
      } finally {
        release();
      }
    },
    notice: async () => (await running).notice,
    async end() {
      signal?.removeEventListener('abort', aborted);
      await end();
    },
  };
}

/** Runs a job on a fresh page against its deadline, the page's crash and the browser's end. */
async function onPage<T>(
  browser: Launched,
  limit: number,
  job: (page: BrowserPage) => Promise<T>,
): Promise<T> {
  const { connection, product } = browser;
  let fail: (failure: BrowserFailure) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const timer = setTimeout(
    () => fail(new BrowserFailure('timeout', `It took longer than ${limit / 1000} s.`)),
    limit,
  );
  browser.ended.then((words) => fail(new BrowserFailure('crashed', words)));

  async function run(): Promise<T> {
    const first = browser.firstPage();
    const targetId = first ?? (await connection.send('Target.createTarget', { url: 'about:blank' })).targetId;
    try {
      const session = await connection.createSession({ targetId } as TargetInfo);
      session.on('Inspector.targetCrashed', () => fail(new BrowserFailure('crashed', 'The page crashed.')));
      await session.send('Inspector.enable');
      return await job({ session, product });
    } finally {
      connection.send('Target.closeTarget', { targetId }).catch(() => {});
    }
  }

  try {
    return await Promise.race([run(), failed]);
  } catch (error) {
    // Calls that were under way when the page or the browser went fail a moment before the news of it.
    if (error instanceof Error && /^(TargetCloseError|ConnectionClosedError)$/.test(error.name)) {
      throw new BrowserFailure('crashed', error.message);
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Attaching needs the target's id and nothing else of what is known of it. */
type TargetInfo = Parameters<Launched['connection']['createSession']>[0];

/** Lets `count` callers through at a time, in the order they came; each calls what it gets when it is done. */
function slots(count: number): () => Promise<() => void> {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const release = () => {
    const next = waiting.shift();
    if (next === undefined) taken--;
    else next();
  };
  return async () => {
    if (taken < count) taken++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return release;
  };
}
