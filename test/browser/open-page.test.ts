import { expect, test } from 'vitest';
import { openPage } from '../../src/print/open-page.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

/** A picture that takes a while to arrive: nothing in it is packed. */
function bitmap(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3, '\x12\x34\x56\x78', 'latin1');
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(head.length + pixels.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, pixels]);
}

test('a page that is open has the pictures that only its stylesheets name', async () => {
  const browser = await testBrowser();
  const picture = bitmap(600, 600);
  const many = Array.from({ length: 100 }, (_, index) => `p${index}.png`);
  const style = many.map((name, index) => `#s${index} { background: url(${name}) }`).join('');
  const page = paperPage(
    sheets(
      many.map((_, index) => ({ id: `s${index}`, html: '<h1>On a picture</h1>' })),
      '<link rel="stylesheet" href="assets/own.css">',
    ),
    { pages: many.length },
    {
      assets: [
        { path: 'public/talk/assets/own.css', bytes: Buffer.from(style) },
        ...many.map((name) => ({ path: `public/talk/assets/${name}`, bytes: picture })),
      ],
    },
  );
  try {
    const there = await browser.withPage(20_000, async ({ session }) => {
      const open = await openPage(session, page);
      return open.evaluate(() => [
        ...performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
      ]);
    });
    expect(there).toEqual(expect.arrayContaining(many));
  } finally {
    await browser.end();
  }
});
