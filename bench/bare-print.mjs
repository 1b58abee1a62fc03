/**
 * The floor under every PDF: start the browser, load one static page, print it, write it, and nothing else.
 *
 *     node bench/bare-print.mjs BROWSER PAGE.html OUT.pdf
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [executablePath, page, out] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, headless: 'shell', pipe: true, args });
try {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href);
  const pdf = await tab.pdf({ tagged: true, printBackground: true, preferCSSPageSize: true, timeout: 0 });
  await writeFile(out, pdf);
} finally {
  await browser.close();
}
