import render from 'dom-serializer';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { placeMedia } from '../../../src/render/remote-media.js';

const far = 'https://example.org/far';
const box = (address: string, alt = '', href = address) =>
  `<span class="remote">${alt}<a href="${href}" rel="noopener noreferrer" target="_blank">${address}</a></span>`;

test.each([
  [`<img src="${far}.png" alt="A port">`, box(`${far}.png`, 'A port — ')],
  [`<img data-src="${far}.png">`, box(`${far}.png`)],
  [
    '<img src="//example.org/far.png" alt="">',
    box('//example.org/far.png', '', 'https://example.org/far.png'),
  ],
  [`<p>One <video src="${far}.mp4" controls>No film.</video> two</p>`, `<p>One ${box(`${far}.mp4`)} two</p>`],
  [`<audio><source src="${far}.mp3"></audio>`, box(`${far}.mp3`)],
  [
    `<picture><source srcset="${far}.avif"><img srcset="${far}.png 1x, x.png 2x"></picture>`,
    `<picture>${box(`${far}.png`)}</picture>`,
  ],
  ['<img src="gone.png" alt="x">', '<span class="remote">x — gone.png</span>'],
  [
    `<a href="${far}"><b><img src="${far}.png" alt="x"></b></a>`,
    `<a href="${far}"><b><span class="remote">x — ${far}.png</span></b></a>`,
  ],
])('a picture, film or sound from elsewhere becomes a box: %s', (html, boxed) => {
  expect(placed(html)).toBe(boxed);
});

test.each([
  '<img src="assets/other.png" alt="x">',
  '<img src="data:image/png;base64,AAAA" alt="x">',
  '<a href="https://example.org/far.png">far</a>',
])('what is near, and a link, stays: %s', (html) => {
  expect(placed(html)).toBe(html);
});

test.each([
  ['<img src="near.png" alt="x">', '<img src="assets/near.1.png" alt="x">'],
  ['<a href="near.png">x</a>', '<a href="assets/near.1.png">x</a>'],
  ['<img alt="x" data-src="near.png">', '<img alt="x" src="assets/near.1.png">'],
  ['<img src="assets/near.png" alt="x">', '<img src="assets/near.2.png" alt="x">'],
  ['<img src="assets/near.2.png" alt="x">', '<img src="assets/near.2.png" alt="x">'],
  [
    '<picture><source srcset="near.avif"><img src="near.png" srcset="near.png 2x" alt="x"></picture>',
    '<picture><img src="assets/near.1.png" alt="x"></picture>',
  ],
])('a file that was read gets the name it has beside the page: %s', (html, expected) => {
  expect(placed(html)).toBe(expected);
});

const files: Readonly<Record<string, string>> = {
  'near.png': 'assets/near.1.png',
  'assets/near.png': 'assets/near.2.png',
  'near.mp4': 'assets/near.3.mp4',
};

function placed(html: string): string {
  const document = parseDocument(html);
  placeMedia(document, (address) => files[address] ?? null);
  return render(document, { encodeEntities: 'utf8' });
}

test.each([
  ['<video src="near.mp4" poster="near.png"></video>', 'src="assets/near.3.mp4" poster="assets/near.1.png"'],
  [
    '<video src="assets/near.mp4"><source src="https://example.org/far.mp4"></video>',
    'src="assets/near.mp4"><source src="https://example.org/far.mp4">',
  ],
])('a film that is near stays, with its still behind it: %s', (html, player) => {
  const [, inside, still] =
    /^<span class="film film-video"><video ([\s\S]*)<\/video><a class="still[^"]*" href="(assets\/[^"]+)">[\s\S]*<\/a><\/span>$/.exec(
      placed(html),
    ) ?? [];
  expect(inside?.startsWith(player)).toBe(true);
  expect(player).toContain(`src="${still}"`);
});
