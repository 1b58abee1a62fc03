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
      // The window shows all of them, and small, from the start: what is drawn anew when that changes may differ by a row of
      // pixels from time to time.
      await openPage(session, page, { sheets: pages, scale });
      const pictures: Uint8Array[] = [];
      for (let index = 0; index < pages; index++) {
        const clip = { x: 0, y: height * index, width, height, scale: 1 };
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
