import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cli, deckhand, finished } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';
import { viewer } from '../support/viewer.js';
import { watch } from '../support/watched.js';

/** A server on this machine that remembers who asked it for what. Decks name it wherever one can name a place. */
let server: Server;
let host: string;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  server.on('upgrade', ({ url = '' }, socket) => {
    asked.push(url);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

/** Places where a deck may name an address, each with a path of its own. */
const places = [
  '![a picture](URL/markdown.png)',
  '![a picture][far]\n\n[far]: URL/reference.png',
  '[a link](URL/link)',
  '<URL/autolink>',
  '<!-- slide: background=URL/background.png -->',
  '::: figure {caption="Far"}\n![a picture](URL/figure.png)\n:::',
  '<img src="URL/html.png" srcset="URL/set.png 2x" alt="x">',
  '<picture><source srcset="URL/source.png"><img src="URL/picture.png" alt="x"></picture>',
  '<video src="URL/video.webm" poster="URL/poster.png"></video>',
  '<audio src="URL/audio.mp3" preload="auto"></audio>',
  '<video><track src="URL/track.vtt" default></video>',
  '<iframe src="URL/frame"></iframe>',
  '<object data="URL/object"></object>',
  '<embed src="URL/embed">',
  '<link rel="stylesheet" href="URL/sheet.css">',
  '<link rel="preload" as="image" href="URL/preload.png">',
  '<style>@import "URL/import.css"; .slide { background: url(URL/style.png) }</style>',
  '<p style="background-image: url(URL/attribute.png)">x</p>',
  '<svg width="9" height="9"><image href="URL/svg.png" width="9" height="9"/><use href="URL/use.svg#a"/></svg>',
  '<script src="URL/script.js"></script>',
  '<script>fetch("URL/fetch"); new WebSocket("ws://HOST/socket"); new Image().src = "URL/image"</script>',
  '<svg onload="fetch(\'URL/handler\')"></svg>',
  '<meta http-equiv="refresh" content="0;url=URL/refresh">',
  '<form action="URL/form"><input autofocus onfocus="this.form.submit()"></form>',
  '![a drawing](refers.svg)',
  '![a drawing](refers-in-type.svg)',
];

const drawing = (family: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>@import "URL/drawn.css"; text { background: url(URL/drawn-style.png) }</style><image href="URL/drawn.png" width="9" height="9"/><text font-family="${family}">x</text></svg>`;

/** A folder with a deck that names the server everywhere. `head` is more of its front matter. */
function workingFolder(head: string): string {
  const cwd = temporaryFolder();
  const put = (text: string) => text.replaceAll('URL', `http://${host}`).replaceAll('HOST', host);
  const slides = places.map((place, index) => `## Slide ${index + 1}\n\nWords.\n\n${place}\n`);
  scatter(cwd, {
    'content/talk.md': put(
      `---\ntitle: A talk\nurl: URL/url\ncss: far.css\n${head}\n---\n\n${slides.join('\n---\n\n')}`,
    ),
    'content/far.css': put(
      '@import url(URL/own-import.css);\n@font-face { font-family: Far; src: url(URL/own.woff2) }\n.slide { font-family: Far; background: url("URL/own.png") }\n',
    ),
    'content/refers.svg': put(drawing('serif')),
    'content/refers-in-type.svg': put(drawing('Archivo')),
  });
  return cwd;
}

describe('nothing is asked of the network', () => {
  it.each(['html: safe', 'html: trusted'])(
    'by a build of a deck that names a server everywhere: %s',
    async (head) => {
      const cwd = workingFolder(head);
      const { env, seen } = watch();
      const run = await deckhand(['build', 'content'], { cwd, env });
      expect(run.code, run.stderr).toBe(0);
      for (const name of ['markdown.png', 'html.png', 'picture.png', 'video.webm', 'audio.mp3', 'own.png']) {
        expect(run.stderr).toContain(`\`http://${host}/${name}\` is not `);
      }
      expect(filesIn(join(cwd, 'dist'))).toEqual(
        expect.arrayContaining([
          'public/talk/slides.pdf',
          'public/talk/handout.pdf',
          'public/talk/index.html',
        ]),
      );
      const { connects, starts } = seen();
      expect(connects).toEqual([]);
      expect(starts.join()).toMatch(/chrom/);
      expect(asked).toEqual([]);
    },
  );

  it('by looking at every slide of what was built', async () => {
    const cwd = workingFolder('html: safe');
    await deckhand(['build', 'content', '--product', 'deck,present'], { cwd });
    const browser = await viewer();
    for (const path of ['public/index.html', 'public/talk/index.html', 'private/talk/present.html']) {
      const page = await browser.newPage();
      await page.goto(`file://${join(cwd, 'dist', path)}`, { waitUntil: 'networkidle0' });
      for (let slide = 0; slide < places.length; slide++) await page.keyboard.press('ArrowRight');
    }
    expect(asked).toEqual([]);
  });

  it('control: the same places in an open page, and a program that asks, are seen', async () => {
    const cwd = workingFolder('');
    const html = places.filter((place) => place.startsWith('<') && !place.startsWith('<!--')).join('\n');
    scatter(cwd, {
      'open.html': html.replaceAll('URL', `http://${host}`).replaceAll('HOST', host),
      'asks.mjs': `await fetch('http://${host}/program')`,
    });
    const page = await (await viewer()).newPage();
    await page.goto(`file://${join(cwd, 'open.html')}`).catch(() => {});
    await expect
      .poll(() => asked)
      .toEqual(
        expect.arrayContaining([
          ...['/html.png', '/source.png', '/poster.png', '/video.webm', '/frame', '/object', '/sheet.css'],
          ...['/import.css', '/attribute.png', '/svg.png', '/script.js', '/fetch', '/socket'],
        ]),
      );
    const { env, seen } = watch();
    await finished(spawn(process.execPath, [join(cwd, 'asks.mjs')], { env: { ...process.env, ...env } }));
    expect(asked).toContain('/program');
    expect(seen().connects.join()).toContain('127.0.0.1');
  });
});

it('a build needs no network at all', async (context) => {
  const cwd = workingFolder('html: safe');
  const unshare = process.getuid?.() === 0 ? ['-n'] : ['-Urn'];
  const script = `test -z "$(grep -v lo: /proc/net/dev | grep :)" || exit 99; exec '${process.execPath}' '${cli}' build content`;
  const run = await finished(spawn('unshare', [...unshare, 'sh', '-c', script], { cwd }));
  context.skip(
    run.code === 99 || /unshare/.test(run.stderr),
    `no network can be taken away here: ${run.stderr}`,
  );
  expect(run.code, run.stderr).toBe(0);
  expect(filesIn(join(cwd, 'dist'))).toContain('public/talk/slides.pdf');
});
