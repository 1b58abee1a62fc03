import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { readPdf as takeApart } from '../../src/print/pdf-file.js';
import { loadPdfLib } from '../../src/print/pdf-lib.js';
import { type PdfWords, wordsOf } from '../../src/print/text/pdf-words.js';
import { deckhand } from '../support/deckhand.js';
import { textOfPages } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

beforeAll(loadPdfLib);

/** Words as they are compared: without case, and whole where a line ends within one. */
function words(text: string): readonly string[] {
  const whole = text.replace(/(\p{L})[-\u2010\u00ad]\s*\n\s*(?=\p{Ll})/gu, '$1');
  return (
    whole
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

describe.each(['kubernetes-vs-docker', 'tour'])('the handout of %s', (deck) => {
  let own: readonly PdfWords[];
  let theirs: readonly string[];
  beforeAll(async () => {
    const cwd = await workspace({}, () => undefined);
    const content = join(packageRoot(), 'content', deck);
    const run = await deckhand(['build', content, '--product', 'handout', '-o', 'out'], { cwd });
    expect(run.code, run.stderr).toBe(0);
    const bytes = new Uint8Array(readFileSync(join(cwd, 'out/public', deck, 'handout.pdf')));
    own = wordsOf(await takeApart(bytes));
    theirs = await textOfPages(bytes);
  }, 180_000);

  test('has the same words on each page as another reader finds there', () => {
    expect(theirs.length).toBeGreaterThan(10);
    theirs.forEach((text, index) => {
      const page = own.find(({ where }) => where === `page ${index + 1}`)?.text ?? '';
      expect(words(page).join(''), `page ${index + 1}`).toBe(words(text).join(''));
      // Where letters of a formula stand apart readers see differently.
      const long = (one: string) => one.length > 2;
      expect(words(page).filter(long), `page ${index + 1}`).toEqual(words(text).filter(long));
    });
  });

  test('has its bookmarks, properties and links among its words', () => {
    const places = new Set(own.map(({ where }) => where));
    for (const where of ['a bookmark', 'its properties', 'the address of a link', 'the name of a place']) {
      expect(places).toContain(where);
    }
  });
});
