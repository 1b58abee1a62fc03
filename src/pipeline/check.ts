import { hasErrors } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { nothingToShow, withoutSolution } from './nothing-to-show.js';
import type { BuildOptions, BuildResult } from './options.js';
import type { PreparedDeck } from './prepare.js';
import { makePrinter, type Printer } from './printing.js';
import { needsBrowser, pagesOf, productsOf } from './products.js';
import { ended, noteBrowser, openSession, outcomeOf, prepareDecks, type Session } from './session.js';

/**
 * Finds everything that can be wrong and writes nothing. Pages for paper are laid out and measured as in a build;
 * where there is no browser, that part is said to be missing.
 */
export async function check(options: BuildOptions = {}): Promise<BuildResult> {
  const session = await openSession(options);
  if ('outcome' in session) return session;
  const printer = makePrinter({ browser: options.browser, cwd: session.cwd, signal: options.signal }, null);
  try {
    const decks = await prepareDecks(session, printer, (what) =>
      options.onProgress?.({ what, done: 0, total: null }),
    );
    await measurePages(session, decks, printer);
    return ended(session, outcomeOf(session));
  } catch (error) {
    if (options.signal?.aborted) return ended(session, 'interrupted');
    throw error;
  } finally {
    await printer.end();
  }
}

async function measurePages(
  session: Session,
  decks: readonly PreparedDeck[],
  printer: Printer,
): Promise<void> {
  const { options, range, diagnostics } = session;
  const pages: RenderedPage[] = [];
  for (const rendered of decks.flatMap((deck) => deck.editions)) {
    const wanted = productsOf(rendered.edition, options.publicOnly === true);
    const ownPages = rendered.theme.templates.own.size > 0;
    if (!needsBrowser(wanted) && !ownPages) continue;
    const drawn = await pagesOf(rendered, wanted, range);
    diagnostics.push(...drawn.diagnostics);
    if (hasErrors(drawn.diagnostics)) continue;
    diagnostics.push(...nothingToShow(rendered.edition, wanted, drawn.value, session));
    diagnostics.push(...withoutSolution(rendered.edition, drawn.value));
    pages.push(...drawn.value.filter((page) => page.paper !== null));
  }
  if (pages.length === 0) return;
  const noticed = await Promise.all(pages.map((page) => printer.measure(page)));
  diagnostics.push(...noticed.flat());
  await noteBrowser(session, printer);
}
