/** Documents on paper, loaded together where a deck has any. */
export { guidePage } from './guide-page.js';
export { solutionsPage } from './solutions-page.js';
export { workbookPage } from './workbook-page.js';
