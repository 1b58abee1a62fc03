/** Documents on paper, loaded together where a deck has any. */
export { agendaPage } from './agenda-page.js';
export { labsPage } from './labs-page.js';
export { workbookPage } from './workbook-page.js';
