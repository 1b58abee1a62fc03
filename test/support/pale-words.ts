import { type Flaw, type Run, runsOf } from './page-quality.js';
import { contrastInGrey, openPdf } from './pictures-of-pdf.js';
import type { Viewer } from './viewer.js';

/** What the build asks of words before it says that a file is fit for grey, less what the edges of small type lose. */
const enough = 4;

/** Points. On pictures of slides are smaller words, which nobody reads in any colour. */
const readable = 4;

/** Words of a few pages, spread over a document, that a copier, which knows no colours, would leave too pale to read. */
export async function paleWords(browser: Viewer, bytes: Uint8Array, count: number): Promise<readonly Flaw[]> {
  const opened = await openPdf(browser, bytes);
  const numbers = spread(opened.pages, count);
  const flaws: Flaw[] = [];
  for (const [index, all] of (await runsOf(bytes, numbers)).entries()) {
    const page = numbers[index] ?? 0;
    const runs = all.filter((run) => run.size >= readable);
    const found = await contrastInGrey(opened, page, runs.map(partOf));
    for (const [at, contrast] of found.entries())
      if (contrast < enough)
        flaws.push({ page, what: 'pale', words: `${contrast.toFixed(1)}: ${runs[at]?.text}` });
  }
  await opened.page.close();
  return flaws;
}

function partOf({ x, y, width, size }: Run) {
  return { x, y: y - size * 0.2, width, height: size };
}

/** Pages spread over a document, its first and last among them. */
function spread(pages: number, count: number): readonly number[] {
  const step = (pages - 1) / Math.max(1, count - 1);
  return [...new Set(Array.from({ length: count }, (_, index) => Math.round(1 + index * step)))];
}
