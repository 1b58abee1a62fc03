import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { packageVersion } from '../package-root.js';
import type { Paper, RenderedPage } from '../render/page.js';
import { BrowserFailure } from './browser-failure.js';
import { showSheets } from './chunks.js';
import { finishPdf, type PrintedPdf } from './finish-pdf.js';
import type { BrowserPage, LentBrowser } from './lend.js';
import { type OpenPage, openPage } from './open-page.js';
import { nameFirst } from './page-name.js';
import { pagesOf } from './pdf-file.js';
import { type FlowPlaces, printFlow } from './print-flow.js';
import { printPdf, type TakenPdf } from './print-pdf.js';
import { findWordless, pagesWithoutWords } from './verify-pdf.js';
import { addressOf } from './wall.js';

/**
 * How long a page may take until it is printed, in milliseconds: far more than it needs, so that only what hangs is
 * ended, also on a slow machine that is busy. A page of a handout holds several slides, and each of them takes its time; in a
 * document that flows each is a page of text, which is laid out twice.
 */
export function timeFor({ paper }: RenderedPage): number {
  const slides = Math.max(paper?.pages ?? 0, paper?.places.size ?? 0);
  return 30_000 + (paper?.flow ? 240 : 60) * slides;
}

/** What else can be learnt from a page while it is laid out for printing. */
export type Look = (open: OpenPage, page: RenderedPage) => Promise<readonly Diagnostic[]>;

/**
 * Prints one page. The value is null when there is no PDF that may be kept; then the diagnostics say why. Throws the
 * reason of the browser's signal when that fires. `limit` is in milliseconds.
 *
 * @param guess where everything stood when it was printed last, if it flows
 */
export async function printPage(
  browser: LentBrowser,
  page: RenderedPage,
  look: Look = async () => [],
  limit: number = timeFor(page),
  guess: FlowPlaces | null = null,
): Promise<Noticed<PrintedPdf | null>> {
  const { paper } = page;
  if (paper === null) throw new Error(`${page.path} is not for paper.`);
  try {
    const { taken, wordless, places, diagnostics, product } = await browser.withPage(limit, (lent) =>
      print(lent, page, paper, look, guess),
    );
    const maker = { creator: `Deckhand ${packageVersion()}`, producer: product };
    const finished = await finishPdf(taken, page, wordless, maker);
    const all = [...diagnostics, ...finished.diagnostics];
    const failed = all.some((one) => one.code.startsWith('print/') && one.severity === 'error');
    return { value: failed ? null : { ...finished.value, places }, diagnostics: all };
  } catch (error) {
    if (!(error instanceof BrowserFailure)) throw error;
    return { value: null, diagnostics: [whatFailed(page, error)] };
  }
}

interface Printed {
  readonly taken: TakenPdf;
  readonly wordless: ReadonlySet<number>;
  readonly places: FlowPlaces | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly product: string;
}

async function print(
  { session, product }: BrowserPage,
  page: RenderedPage,
  paper: Paper,
  look: Look,
  guess: FlowPlaces | null,
): Promise<Printed> {
  const open = await openPage(session, page);
  const noticed = await look(open, page);
  const { taken, wordless, places } = paper.flow
    ? await flow(open, page, paper, guess)
    : await sheets(open, paper);
  const address = await open.evaluate(() => document.URL);
  const diagnostics = [...noticed, ...refusals(open, page)];
  if (address !== addressOf(page)) {
    diagnostics.push(
      diagnostic(
        'print/blank',
        null,
        `${nameFirst(page)} went to \`${address}\` while it was being printed.`,
      ),
    );
  }
  return { taken, wordless, places, diagnostics, product };
}

async function sheets(open: OpenPage, paper: Paper) {
  const taken = await printPdf(open, paper);
  return { wordless: await wordlessSheets(open, taken), taken, places: null };
}

/** It takes its time to ask a page for what it shows: it is asked only where some of it may have come out blank. */
async function wordlessSheets(open: OpenPage, { pdf }: TakenPdf): Promise<ReadonlySet<number>> {
  if (pagesWithoutWords(pdf).length === 0) return new Set();
  // Of a long document only what was printed last is there.
  await open.evaluate(showSheets, 0, pagesOf(pdf).length);
  return new Set(await open.evaluate(findWordless));
}

async function flow(open: OpenPage, page: RenderedPage, paper: Paper, guess: FlowPlaces | null) {
  const found = await printFlow(open, paper, guess);
  if (found === null) throw new Error(`The page numbers in ${page.path} do not settle.`);
  return { wordless: new Set(found.places.blank), ...found };
}

function refusals(open: OpenPage, page: RenderedPage): Diagnostic[] {
  return open.wall.refused().map((address) =>
    diagnostic(
      'print/refused',
      null,
      `${nameFirst(page)} asked for \`${address}\`, which is not part of the build, and did not get it.`,
      {
        hint: 'Pages are printed from the build’s own files only. Put the file beside the deck and refer to it there.',
      },
    ),
  );
}

/** What a browser that failed means for a page. */
export function whatFailed(page: RenderedPage, failure: BrowserFailure): Diagnostic {
  const name = nameFirst(page);
  switch (failure.kind) {
    case 'timeout':
      return diagnostic('print/timeout', null, `${name} could not be printed. ${failure.message}`, {
        hint: 'Look for very large pictures or tables in it, or print fewer slides with `--range`.',
      });
    case 'crashed':
      return diagnostic(
        'print/crashed',
        null,
        `${name} could not be printed: the browser crashed twice. ${failure.message}`,
        {
          hint: 'Often memory is what lacks. Look for very large pictures; `deckhand doctor` tries the browser itself.',
        },
      );
    case 'no-start':
      return diagnostic(
        'browser/no-start',
        null,
        `${name} could not be printed: the browser did not start. ${failure.message}`,
        {
          hint: 'Run `deckhand doctor` to see which browsers are there and which of them work.',
        },
      );
  }
}
