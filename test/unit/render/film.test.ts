import { expect, test } from 'vitest';
import { real } from '../../support/pictures.js';
import { prepare } from '../../support/prepared.js';

const webm = Buffer.from('\x1aE\xdf\xa3 a film', 'latin1');
const wav = Buffer.from('RIFF....WAVEfmt a sound', 'latin1');
const files = { 'crane.webm': webm, 'horn.wav': wav, 'still.png': real.webpLossy };

async function slideOf(markdown: string) {
  const { rendered, said } = await prepare({ 'talk.md': markdown, ...files });
  const [slide] = rendered().slides;
  if (!slide) throw new Error('There is no slide.');
  return { ...slide, said };
}

test('a film plays on a screen, and starts by itself only when its slide is shown', async () => {
  const { html, said } = await slideOf(
    '![A crane](crane.webm){autoplay loop muted start=3 poster=still.png}\n',
  );
  expect(html).toMatch(
    /<video controls data-autoplay loop muted playsinline preload="metadata" poster="assets\/still\.[\da-f]+\.webp" src="assets\/crane\.[\da-f]+\.webm#t=3" aria-label="A crane"><\/video>/,
  );
  expect(said).toEqual([]);
});

test('controls can be refused', async () => {
  expect((await slideOf('![A crane](crane.webm){controls=no}\n')).html).toMatch(/<video playsinline/);
});

test('on paper stands a still with a link to the file, and no film', async () => {
  const { finalHtml } = await slideOf('![A crane](crane.webm){poster=still.png}\n');
  expect(finalHtml).not.toContain('<video');
  expect(finalHtml).toMatch(
    /<a class="still still-poster" href="assets\/crane\.[\da-f]+\.webm"><img src="assets\/still\.[\da-f]+\.webp" alt="A crane"><span>crane\.webm<\/span>/,
  );
});

test('without a poster its place is drawn, and a sound is a bar with its name', async () => {
  const { finalHtml } = await slideOf('![A crane](crane.webm)\n\n![A horn](horn.wav)\n');
  expect(finalHtml).toMatch(/class="still still-video"[^>]*><svg [\s\S]*<span>crane\.webm<\/span>/);
  expect(finalHtml).toMatch(/class="still still-audio"[^>]*><svg [\s\S]*<span>horn\.wav<\/span>/);
});

test('films of raw HTML have their stills too', async () => {
  const slide = await slideOf('<video src="crane.webm" autoplay controls><p>old</p></video>\n');
  expect(slide.html).toContain('data-autoplay');
  expect(slide.html).not.toMatch(/\sautoplay/);
  expect(slide.finalHtml).not.toContain('<video');
  expect(slide.finalHtml).toContain('<span>crane.webm</span>');
});
