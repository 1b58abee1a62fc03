/**
 * The floor under every PDF: start one browser, load static pages side by side, print them, write them, and nothing else.
 *
 *     node bench/bare-print.mjs BROWSER PAGE.html OUT.pdf [PAGE.html OUT.pdf …]
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [executablePath, ...files] = process.argv.slice(2);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, headless: 'shell', pipe: true, args });
try {
  const printed = [];
  for (let at = 0; at < files.length; at += 2) printed.push(print(files[at], files[at + 1]));
  await Promise.all(printed);
} finally {
  await browser.close();
}

async function print(page, out) {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href);
  const pdf = await tab.pdf({ tagged: true, printBackground: true, preferCSSPageSize: true, timeout: 0 });
  await writeFile(out, pdf);
}
