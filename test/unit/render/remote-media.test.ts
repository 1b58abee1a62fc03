import render from 'dom-serializer';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { boxRemoteMedia } from '../../../src/render/remote-media.js';

const far = 'https://example.org/far';
const box = (words: string) => `<span class="remote">${words}</span>`;

test.each([
  [`<img src="${far}.png" alt="A port">`, box(`A port — ${far}.png`)],
  [`<img data-src="${far}.png">`, box(`${far}.png`)],
  ['<img src="//example.org/far.png" alt="">', box('//example.org/far.png')],
  [`<p>One <video src="${far}.mp4" controls>No film.</video> two</p>`, `<p>One ${box(`${far}.mp4`)} two</p>`],
  [`<audio><source src="${far}.mp3"></audio>`, box(`${far}.mp3`)],
])('a picture, film or sound from elsewhere becomes a box: %s', (html, boxed) => {
  expect(boxesIn(html)).toBe(boxed);
});

test.each([
  '<img src="assets/near.png" alt="x">',
  '<img src="data:image/png;base64,AAAA" alt="x">',
  '<video src="assets/near.mp4"><source src="https://example.org/far.mp4"></video>',
  '<a href="https://example.org/far.png">far</a>',
])('what is near, and a link, stays: %s', (html) => {
  expect(boxesIn(html)).toBe(html);
});

function boxesIn(html: string): string {
  const document = parseDocument(html);
  boxRemoteMedia(document);
  return render(document, { encodeEntities: 'utf8' });
}
