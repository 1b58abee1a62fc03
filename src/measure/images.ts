import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import type { RenderedPage } from '../render/page.js';

/** Notices pictures that the browser cannot show. */
export async function measureImages(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  const broken = await open.evaluate(findBrokenImages);
  return broken.map(({ id, alt, source }) =>
    diagnostic(
      'image/not-shown',
      page.paper?.places.get(id) ?? null,
      `The browser cannot show the picture \`${alt || source}\`; its place stays empty.`,
      {
        hint: 'Open the file in a picture viewer. If it looks right there, save it again as PNG, JPEG or SVG.',
      },
    ),
  );
}

/** In the page. A picture without a size of its own (some SVGs) is shown all the same: decoding tells. */
async function findBrokenImages(): Promise<{ id: string; alt: string; source: string }[]> {
  const broken: { id: string; alt: string; source: string }[] = [];
  for (const image of document.images) {
    if (image.naturalWidth > 0) continue;
    const shown = await image.decode().then(
      () => true,
      () => false,
    );
    if (shown) continue;
    broken.push({
      id: image.closest('section[id]')?.id ?? '',
      alt: image.alt,
      source: image.getAttribute('src') ?? '',
    });
  }
  return broken;
}
