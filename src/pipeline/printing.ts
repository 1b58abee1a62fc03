import { createHash } from 'node:crypto';
import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import type { HeldTarget } from '../output/lock.js';
import { lastKept, readPrint } from '../output/prints.js';
import { packageVersion } from '../package-root.js';
import type { LentBrowser } from '../print/lend.js';
import type { OpenPage } from '../print/open-page.js';
import type { PdfWords } from '../print/text/pdf-words.js';
import type { RenderedPage } from '../render/page.js';
import { flowIn, type KeptPrint, keptAs, packed, wordsIn } from './kept-print.js';

/** A page as a PDF, new or from an earlier build. */
export interface Print {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** A hash of everything that decides what it looks like. */
  readonly input: string;
  /** Everything in it that somebody could read. */
  readonly words: () => readonly PdfWords[];
  /** What a second build that does not print it again has to know: as JSON. */
  readonly kept: KeptPrint;
}

/** A browser for what is drawn before anything is printed. */
export interface Loan {
  /** Which one it is; null where there is none. */
  readonly identity: string | null;
  /** Starts it, if it does not run already. */
  readonly lend: () => Promise<LentBrowser | null>;
}

/** Prints pages that have changed, through a browser that is started when the first one needs it. */
export interface Printer {
  /** `whileBusy` is called when the browser has work that nobody here waits for but us, if it has any. */
  readonly print: (page: RenderedPage, whileBusy?: () => Promise<void>) => Promise<Noticed<Print | null>>;
  /** Only lays a page out, and says what is noticed. Without a browser that is said, as a warning. */
  readonly measure: (page: RenderedPage) => Promise<readonly Diagnostic[]>;
  /** Pictures of a page's sheets, as PNG. */
  readonly picture: (page: RenderedPage, scale: number) => Promise<Noticed<readonly Uint8Array[] | null>>;
  /** Looks for the browser without starting it. */
  readonly loan: () => Promise<Loan>;
  /** Starts the browser beside other work; resolves when its process is there, long before it answers. */
  readonly warmUp: () => Promise<void>;
  /** What should be known about how the browser runs, once it has been started; null otherwise. */
  readonly notice: () => Promise<string | null>;
  readonly end: () => Promise<void>;
  /** Whether no browser was found, so that nothing could be printed. */
  readonly lacksBrowser: () => boolean;
}

/** @param held where earlier prints are; null prints everything */
export function makePrinter(
  options: {
    readonly browser?: string | undefined;
    readonly cwd: string;
    readonly signal?: AbortSignal | undefined;
  },
  held: HeldTarget | null,
): Printer {
  const wanted = { browser: options.browser, cwd: options.cwd };
  let lacking = false;
  let finding: ReturnType<typeof find> | null = null;
  let starting: ReturnType<typeof start> | null = null;
  const found = () => {
    finding ??= find();
    return finding;
  };
  const browser = () => {
    starting ??= start();
    return starting;
  };

  async function find() {
    const { findBrowser } = await import('../print/find-browser.js');
    return findBrowser(wanted);
  }

  /** Null where there is no browser. */
  async function start() {
    const [{ startBrowser }, { value }] = await Promise.all([import('../print/lend.js'), found()]);
    return value && startBrowser(value, options.signal);
  }

  async function print(page: RenderedPage, whileBusy?: () => Promise<void>): Promise<Noticed<Print | null>> {
    const { value: choice, diagnostics } = await found();
    if (choice === null) {
      lacking = true;
      return { value: null, diagnostics };
    }
    const input = inputOf(page, choice.version ?? choice.path);
    const places = placesOf(page);
    const earlier = held && readPrint(held, page.path, input);
    const kept = earlier && (earlier.value as KeptPrint);
    // Words above it move what is said of a page to other lines; a page of which nothing is said stays as it is.
    if (earlier && kept && (kept.diagnostics.length === 0 || kept.places === places)) {
      const { bytes, pages } = earlier;
      return {
        value: { bytes, pages, input, words: () => wordsIn(kept), kept },
        diagnostics: [...diagnostics, ...kept.diagnostics],
      };
    }
    const [lent, { printPage, timeFor }, { measure }, { fitForGrey }] = await Promise.all([
      browser(),
      import('../print/print-page.js'),
      import('../measure/measure.js'),
      import('../measure/grey.js'),
    ]);
    if (lent === null) return { value: null, diagnostics };
    let grey = false;
    const look = async (open: OpenPage) => {
      [grey] = await Promise.all([fitForGrey(open), whileBusy?.()]);
      return measure(open, page);
    };
    const guess = held && flowIn(lastKept(held, page.path));
    const printed = await printPage(lent, page, look, timeFor(page), guess);
    const all = [...diagnostics, ...printed.diagnostics];
    if (printed.value === null) return { value: null, diagnostics: all };
    const { words, places: flow, ...pdf } = printed.value;
    const now: KeptPrint = {
      diagnostics: printed.diagnostics,
      places,
      grey,
      words: packed(words),
      flow: flow && packed(flow),
    };
    return { value: { ...pdf, input, words: () => words, kept: now }, diagnostics: all };
  }

  async function measurePage(page: RenderedPage): Promise<readonly Diagnostic[]> {
    const [lent, { diagnostics }] = await Promise.all([browser(), found()]);
    if (lent === null) return diagnostics.map((one) => ({ ...one, severity: 'warning' }));
    const [{ openPage }, { timeFor }, { measure }] = await Promise.all([
      import('../print/open-page.js'),
      import('../print/print-page.js'),
      import('../measure/measure.js'),
    ]);
    return lent.withPage(timeFor(page), async ({ session }) => measure(await openPage(session, page), page));
  }

  async function picture(page: RenderedPage, scale: number): Promise<Noticed<readonly Uint8Array[] | null>> {
    const [lent, { diagnostics }] = await Promise.all([browser(), found()]);
    if (lent === null) {
      lacking = true;
      return { value: null, diagnostics };
    }
    const { picturePage } = await import('../print/picture-page.js');
    return picturePage(lent, page, scale);
  }

  return {
    print,
    measure: measurePage,
    picture,
    loan: async () => {
      const { rememberBrowser, rememberedBrowser } = await import('../print/remembered-browser.js');
      const known = rememberedBrowser(wanted);
      if (known !== null) return { identity: known, lend: browser };
      const { value } = await found();
      const identity = value && (value.version ?? value.path);
      if (value && identity !== null) rememberBrowser(wanted, value.path, identity);
      return { identity, lend: browser };
    },
    warmUp: async () => {
      // Whoever prints hears of a failure.
      await browser().catch(() => undefined);
    },
    notice: async () => {
      const lent = await starting?.catch(() => null);
      // A browser that does not start was told of where it was needed.
      return (await lent?.notice().catch(() => null)) ?? null;
    },
    end: async () => {
      const lent = await starting?.catch(() => null);
      await lent?.end();
    },
    lacksBrowser: () => lacking,
  };
}

function placesOf({ paper }: RenderedPage): string {
  return createHash('sha256')
    .update(JSON.stringify([...(paper?.places ?? [])]))
    .digest('hex');
}

function inputOf(page: RenderedPage, browser: string): string {
  const hash = createHash('sha256');
  const { places, ...paper } = page.paper ?? { places: new Map() };
  hash.update(JSON.stringify([packageVersion(), keptAs, browser, page.path, paper, [...places.keys()]]));
  hash.update(page.html);
  for (const asset of page.assets) hash.update(asset.path).update(asset.bytes);
  return hash.digest('hex');
}
