/**
 * A process that has borrowed a page of a browser and does not give it back, to be killed.
 *
 *     node browser-driver.mjs PROGRAM     says `held` when it has the page
 */

import { startBrowser } from '../../src/print/lend.js';

const [path = ''] = process.argv.slice(2);
const browser = startBrowser({ source: 'option', path, version: null, libraries: null, fonts: null });
await browser.withPage(60_000, async () => {
  process.stdout.write('held\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
