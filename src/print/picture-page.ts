import type { Noticed } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { BrowserFailure } from './browser-failure.js';
import type { LentBrowser } from './lend.js';
import { openPage } from './open-page.js';
import { timeFor, whatFailed } from './print-page.js';

/**
 * Pictures, as PNG, of the sheets of a page that stand below one another, each as large as its paper times `scale`. Null where
 * the browser failed; the diagnostics say how.
 */
export async function picturePage(
  browser: LentBrowser,
  page: RenderedPage,
  scale: number,
): Promise<Noticed<readonly Uint8Array[] | null>> {
  const { paper } = page;
  if (paper === null) throw new Error(`${page.path} is not for paper.`);
  const { width, height, pages } = paper;
  try {
    const value = await browser.withPage(timeFor(page), async ({ session }) => {
      // Small from the start, and each sheet by itself at the same place: what is drawn anew when the window changes, or
      // together with others, may differ by a row of pixels from time to time.
      const { evaluate } = await openPage(session, page, { sheets: 1, scale });
      const pictures: Uint8Array[] = [];
      for (let index = 0; index < pages; index++) {
        await evaluate(showOnly, index);
        const clip = { x: 0, y: 0, width, height, scale: 1 };
        const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
        pictures.push(Buffer.from(data, 'base64'));
      }
      return pictures;
    });
    return { value, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof BrowserFailure)) throw error;
    return { value: null, diagnostics: [whatFailed(page, error)] };
  }
}

/** In the page: leaves one of its sheets. */
function showOnly(index: number): void {
  for (const [at, sheet] of document.querySelectorAll<HTMLElement>('.sheet').entries())
    sheet.style.display = at === index ? '' : 'none';
}
