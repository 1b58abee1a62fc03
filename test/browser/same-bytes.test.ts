import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { longDocument } from '../../src/print/chunks.js';
import { printPage } from '../../src/print/print-page.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

const page = (count: number) =>
  paperPage(
    sheets(
      Array.from({ length: count }, (_, index) => ({
        id: `s${index}`,
        html: `<h2>Slide ${index}</h2><table><tr><th scope="col">Key</th></tr><tr><td>Value</td></tr></table>`,
      })),
    ),
    { pages: count, bookmarks: [{ level: 1, title: 'Last', target: `s${count - 1}` }] },
  );

/** Prints in a browser of its own, after `before` other pages. */
async function hashOfPrint(count: number, before = 0): Promise<string> {
  const browser = await testBrowser();
  try {
    await Promise.all(Array.from({ length: before }, (_, index) => printPage(browser, page(3 + index))));
    const { value } = await printPage(browser, page(count));
    expect(value).not.toBeNull();
    return createHash('sha256')
      .update(value?.bytes ?? '')
      .digest('hex');
  } finally {
    await browser.end();
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the same page', () => {
  test('has the same bytes in another browser, time zone, locale, and after other pages', async () => {
    const first = await hashOfPrint(5);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    vi.stubEnv('LANGUAGE', 'de');
    // A PDF's dates count seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await hashOfPrint(5, 3)).toBe(first);
  });

  test('has the same bytes when it is printed in chunks', async () => {
    expect(await hashOfPrint(longDocument)).toBe(await hashOfPrint(longDocument, 1));
  });

  test('has other bytes and another identifier when one word changes', async () => {
    const browser = await testBrowser();
    try {
      const one = await printPage(browser, paperPage(sheets([{ id: 'a', html: 'One' }])));
      const two = await printPage(browser, paperPage(sheets([{ id: 'a', html: 'Two' }])));
      const identifier = (bytes: Uint8Array = new Uint8Array()) =>
        /\/ID \[ <([0-9A-F]{32})> <([0-9A-F]{32})> \]/.exec(Buffer.from(bytes).toString('latin1'));
      const [, first, second] = identifier(one.value?.bytes) ?? [];
      expect(first).toBe(second);
      expect(first).toMatch(/^(?!00DECC)/);
      expect(identifier(two.value?.bytes)?.[1]).not.toBe(first);
    } finally {
      await browser.end();
    }
  });
});
