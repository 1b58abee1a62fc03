import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/print/find-browser.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { readPdf } from '../support/pdf.js';
import { paperPage, testBrowser } from '../support/printing.js';

/** A server on this machine that remembers who asked it for what. */
let server: Server;
let port: number;
const asked = new Set<string>();
let answer = '';

let browser: LentBrowser;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.add(new URL(request.url ?? '', 'http://here').pathname.slice(1));
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/redirect') response.writeHead(302, { Location: '/redirected' });
    if (request.url === '/page') response.setHeader('Content-Type', 'text/html');
    response.end(request.url === '/page' ? answer : '');
  });
  server.on('upgrade', (request, socket) => {
    asked.add((request.url ?? '').slice(1));
    socket.destroy();
  });
  server.on('connection', (socket) => {
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await testBrowser();
});
afterAll(async () => {
  await browser?.end();
  server?.closeAllConnections();
  server?.close();
});
beforeEach(() => asked.clear());

/** Ways out of a page, by the name that the server would be asked for. */
const ways: Readonly<Record<string, (at: string) => string>> = {
  picture: (at) => `<img src="${at}" alt="">`,
  'picture-set': (at) => `<img srcset="${at} 1x" alt="">`,
  redirect: (at) => `<img src="${at}" alt="">`,
  'style-sheet': (at) => `<link rel="stylesheet" href="${at}">`,
  'style-import': (at) => `<style>@import url("${at}");</style>`,
  'style-background': (at) => `<div style="background:url(${at})">x</div>`,
  'style-cursor': (at) => `<style>li{list-style-image:url(${at})}</style><ul><li>x</li></ul>`,
  font: (at) => `<style>@font-face{font-family:far;src:url(${at})}</style><p style="font-family:far">Far</p>`,
  frame: (at) => `<iframe src="${at}"></iframe>`,
  'frame-in-frame': (at) => `<iframe srcdoc="&lt;img src='${at}'&gt;"></iframe>`,
  object: (at) => `<object data="${at}"></object>`,
  embed: (at) => `<embed src="${at}">`,
  video: (at) => `<video src="${at}" preload="auto"></video>`,
  poster: (at) => `<video poster="${at}"></video>`,
  icon: (at) => `<svg width="9" height="9"><image href="${at}" width="9" height="9"/></svg>`,
  prefetch: (at) => `<link rel="prefetch" href="${at}">`,
  preload: (at) => `<link rel="preload" as="image" href="${at}">`,
  script: (at) => `<script src="${at}"></script>`,
  module: (at) => `<script type="module">import "${at}";</script>`,
  fetch: (at) => `<script>fetch("${at}")</script>`,
  beacon: (at) => `<script>navigator.sendBeacon("${at}")</script>`,
  handler: (at) => `<img src="x:" alt="" onerror="new Image().src='${at}'">`,
  websocket: (at) => `<script>new WebSocket("${at.replace('http', 'ws')}")</script>`,
  popup: (at) => `<script>window.open("${at}")</script>`,
  worker: (at) =>
    `<script>new Worker(URL.createObjectURL(new Blob(["fetch('${at}')"],{type:"text/javascript"})))</script>`,
};

const pageOf = (names: readonly string[]) => {
  const parts = names.map((name) => ways[name]?.(`http://127.0.0.1:${port}/${name}`) ?? '');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A talk</title><p>Some words</p>${parts.join('\n')}</html>`;
};
const refresh = () =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/refresh"><title>A talk</title><p>Some words</p></html>`;

describe('the wall around printed pages', () => {
  test('control: without it, every way out leads to the server', async () => {
    const { value } = await findBrowser();
    const open = await puppeteer.launch({
      executablePath: value?.path ?? '',
      headless: 'shell',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await open.newPage();
      for (const name of [...Object.keys(ways), 'refresh']) {
        answer = name === 'refresh' ? refresh() : pageOf([name]);
        await page.goto(`http://127.0.0.1:${port}/page`).catch(() => {});
        await expect.poll(() => [...asked], { timeout: 5000, message: name }).toContain(name);
      }
      expect([...asked]).toContain('redirected');
    } finally {
      await open.close();
    }
  });

  test('with it, none does, and what was asked for is said', async () => {
    const { value, diagnostics } = await printPage(
      browser,
      paperPage(pageOf(Object.keys(ways)), { pages: 1 }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([...asked]).toEqual([]);
    expect((await readPdf(value?.bytes ?? new Uint8Array())).pages[0]?.text).toContain('Some words');
    const refused = diagnostics.filter((one) => one.code === 'print/refused').map((one) => one.message);
    const seen = ['picture', 'style-sheet', 'style-import', 'style-background', 'font', 'video', 'icon'];
    for (const address of [...seen.map((name) => `/${name}`), '']) {
      expect(refused).toContainEqual(expect.stringContaining(`\`http://127.0.0.1:${port}${address}\``));
    }
  });

  test('a page cannot leave for another one', async () => {
    const { value, diagnostics } = await printPage(browser, paperPage(refresh()));
    expect([...asked]).toEqual([]);
    expect((await readPdf(value?.bytes ?? new Uint8Array())).pages[0]?.text).toBe('Some words');
    expect(diagnostics).toMatchObject([{ code: 'print/refused' }]);
  });

  test('a page cannot load itself again and again', async () => {
    const html =
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0"><title>A talk</title><p>Some words</p></html>';
    const { value, diagnostics } = await printPage(browser, paperPage(html));
    expect(value?.pages).toBe(1);
    expect(diagnostics).toMatchObject([
      { code: 'print/refused', message: expect.stringContaining('deck.localhost') },
    ]);
  });

  test('no file of this machine is shown', async () => {
    const html = `<!doctype html><html lang="en"><title>A talk</title><p>Some words</p>
<iframe src="file:///etc/hostname"></iframe><object data="file:///etc/hostname"></object><img src="file:///etc/hostname" alt=""></html>`;
    const { value } = await printPage(browser, paperPage(html));
    const [page] = (await readPdf(value?.bytes ?? new Uint8Array())).pages;
    expect(page?.text).toBe('Some words');
  });

  test('no script of the page runs', async () => {
    const html = `<!doctype html><html lang="en"><title>A talk</title><p id="p">Some words</p>
<script>document.getElementById("p").textContent = "Other words"</script></html>`;
    const { value } = await printPage(browser, paperPage(html));
    const [page] = (await readPdf(value?.bytes ?? new Uint8Array())).pages;
    expect(page?.text).toBe('Some words');
  });

  test('the build’s own files are there: sheets, fonts and pictures, under any name', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><text font-size="9" y="20">Drawn</text></svg>';
    const html = `<!doctype html><html lang="en"><title>A talk</title><link rel="stylesheet" href="styles/a%20b.css"><p>Some words</p>
<img src="../shared/Gr%C3%B6%C3%9Fe.svg" alt="A word"></html>`;
    const assets = [
      { path: 'public/talk/styles/a b.css', bytes: Buffer.from('p::after { content: " from a sheet" }') },
      { path: 'public/shared/Größe.svg', bytes: Buffer.from(svg) },
    ];
    const { value, diagnostics } = await printPage(browser, paperPage(html, {}, { assets }));
    expect(diagnostics).toEqual([]);
    const [page] = (await readPdf(value?.bytes ?? new Uint8Array())).pages;
    expect(page?.text).toContain('Some words from a sheet');
    expect(page?.text).toContain('Drawn');
  });
});
