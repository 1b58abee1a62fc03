import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ownAsset } from '../../../../src/render/own-asset.js';
import type { Asset } from '../../../../src/render/page.js';
import { singleFile } from '../../../../src/render/single-file/single-file.js';

const policy = "default-src 'none'; script-src 'self' file:; img-src 'self' file: data:; connect-src 'self'";

/** A page with these elements, made into one file. `opener` is the script that opens what is held once. */
function alone(body: string, assets: readonly Asset[] = [], head = ''): string {
  const html = `<!doctype html>\n<html><head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n${head}</head>\n<body>\n${body}\n</body></html>\n`;
  const page = {
    deck: 'talk',
    edition: null,
    product: 'deck' as const,
    path: 'public/talk/index.html',
    html,
    assets: assets.map(({ path, bytes }) => ({ path: `public/talk/${path}`, bytes })),
    paper: null,
  };
  return singleFile(page, 'open()').html;
}

const small = ownAsset('dot.png', 'dot');
const large = ownAsset('port.png', 'p'.repeat(500));
const film = ownAsset('crane.webm', 'film');
const base64 = ({ bytes }: Asset) => Buffer.from(bytes).toString('base64');

test('a script stands in the page, and nothing in it ends it or begins another', () => {
  const script = ownAsset('deck.js', "say('</script><!-- <script>', /<\\/script>/, a </b/.test(c))");
  const html = alone(`<script src="${script.path}"></script>`, [script]);
  const inside = `say('\\x3c/script>\\x3c!-- <script>', /<\\/script>/, a </b/.test(c))`;
  expect(html).toContain(`<script data-file="${script.path.slice(7)}">${inside}</script>`);
  const hash = createHash('sha256').update(inside).digest('base64');
  expect(html).toContain(
    `content="default-src 'none'; script-src 'sha256-${hash}'; img-src data:; connect-src 'none'"`,
  );
});

test('a deck that is trusted with scripts stays so', () => {
  const script = ownAsset('deck.js', 'start()');
  const trusted = policy.replace('file:;', "file: 'unsafe-inline' 'unsafe-eval';");
  const page = `<meta http-equiv="Content-Security-Policy" content="${trusted}"><script src="${script.path}"></script>`;
  expect(alone(page, [script])).toContain("script-src 'unsafe-inline' 'unsafe-eval';");
});

test('a sheet stands in the page for its media, with the files that it names, whatever its quotes', () => {
  const own = small.path.slice(7);
  const sheet = ownAsset(
    'own.css',
    `a{b:url("${own}")}c{d:url('${own}')}e{f:url(${own})}g{h:url("data:,x")}i{j:url(#k)}/*</style>*/`,
  );
  const html = alone('', [sheet, small], `<link rel="stylesheet" href="${sheet.path}" media="screen">\n`);
  const data = `url("data:image/png;base64,${base64(small)}")`;
  expect(html).toContain(
    `<style data-file="${sheet.path.slice(7)}" media="screen">a{b:${data}}c{d:${data}}e{f:${data}}g{h:url("data:,x")}i{j:url(#k)}/*<\\/style>*/</style>`,
  );
});

test('fonts for letters that are nowhere on the page are left out', () => {
  const face = (range: string) =>
    `@font-face{font-family:A;unicode-range:${range};src:url(data:,${range.length})}`;
  const [latin, polish, arrows, unused] = ['U+0-7F', 'U+100-17F, U+218', 'U+21??', 'U+400-4FF'].map(face);
  const sheet = ownAsset(
    'fonts.css',
    `${latin}${polish}${arrows}${unused}@font-face{font-family:B}.x::after{content:"\\2192"}`,
  );
  const html = alone('<p>&#x142;</p>', [sheet], `<link rel="stylesheet" href="${sheet.path}">`);
  expect(html).toContain(`${latin}${polish}${arrows}@font-face{font-family:B}.x`);
});

test('pictures stand where they are shown, as sources, in sets, in styles, and in drawings', () => {
  const data = `data:image/png;base64,${base64(small)}`;
  const html = alone(
    `<img src="${small.path}" alt="A &quot;dot&quot;"><img srcset="${small.path} 1x, ${small.path} 2x"><div style="background: url(&quot;${small.path}&quot;)"></div><svg viewBox="0 0 1 1"><image href="${small.path}"/></svg>`,
    [small],
  );
  expect(html).toContain(
    `<img src="${data}" alt="A &quot;dot&quot;"><img srcset="${data} 1x, ${data} 2x"><div style="background: url(&quot;${data}&quot;)"></div><svg viewBox="0 0 1 1"><image href="${data}"/></svg>`,
  );
  expect(html).not.toContain('open()');
});

test('what is shown more than once stands in the page once', () => {
  const html = alone(
    `<img src="${large.path}"><img src="${large.path}"><div style="background: url(&quot;${large.path}&quot;) center"></div>`,
    [large],
  );
  expect(html).toContain('<img data-holds="src=1"><img data-holds="src=1">');
  expect(html).toContain('style="background: var(--held-1) center"');
  expect(html).toContain(`:root{--held-1:url("data:image/png;base64,${base64(large)}")}</style>\n</head>`);
  expect(html.split(`data-held="1" data-type="image/png">${base64(large)}</script>`)).toHaveLength(2);
  expect(html).toContain('<script data-file="single-file.js">open()</script>');
});

test('a film and its parts are held once, with a picture before it that is shown there only', () => {
  const html = alone(
    `<video poster="${small.path}" controls><source src="${film.path}#t=2" type="video/webm"></video>`,
    [small, film],
  );
  expect(html).toContain(
    `<video poster="data:image/png;base64,${base64(small)}" controls=""><source type="video/webm" data-holds="src=2#t=2"></video>`,
  );
});

test('links lead to slides and to the web; to what lay beside the page they lead no more', () => {
  const file = ownAsset('plan.pdf', 'plan');
  const html = alone(
    `<a href="#next">1</a><a href="https://example.org/a">2</a><a href="mailto:a@example.org">3</a><a class="b" href="reading.html">4</a><a href="${file.path}">5</a>`,
    [file],
    '<link rel="alternate" type="application/pdf" href="slides.pdf"><noscript><meta http-equiv="refresh" content="0; url=reading.html"></noscript>',
  );
  expect(html).toContain(
    '<a href="#next">1</a><a href="https://example.org/a">2</a><a href="mailto:a@example.org">3</a><a class="b">4</a><a download="plan.pdf" data-holds="href=1">5</a>',
  );
  expect(html).not.toContain('slides.pdf');
  expect(html).toContain('<noscript></noscript>');
});

test('a frame that a viewer has to ask for stays an address', () => {
  const frame = '<div data-frame-src="https://example.org/map"></div>';
  expect(alone(frame)).toContain(frame);
});
