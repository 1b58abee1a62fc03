/** Documents on paper, loaded together where a deck has any. */
export { agendaPage } from './agenda-page.js';
export { guidePage } from './guide-page.js';
export { labsPage } from './labs-page.js';
export { solutionsPage } from './solutions-page.js';
export { workbookPage } from './workbook-page.js';
