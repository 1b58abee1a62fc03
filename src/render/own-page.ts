import type { RenderedPage } from './page.js';

/**
 * A page as templates of the author's own have made it: they decide how many sheets there are, and what of the deck is on
 * them. Bookmarks of what they leave out are left out, too. Pages of a booklet have their places on the sheets.
 */
export function asMade(page: RenderedPage): RenderedPage {
  const { paper, html } = page;
  if (paper === null) return page;
  const bookmarks = paper.bookmarks.filter(({ target }) => html.includes(` id="${target}"`));
  return {
    ...page,
    paper: { ...paper, bookmarks, ...(paper.labels === null ? { pages: 1, mayGrow: true } : {}) },
  };
}
