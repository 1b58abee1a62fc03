/** Documents on paper, loaded together where a deck has any. */
export { workbookPage } from './workbook-page.js';
