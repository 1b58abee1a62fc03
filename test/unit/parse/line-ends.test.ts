import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

const text =
  '---\ntitle: x\n---\n\n# ä {time=x}\n\n---\n\n- a\n- ![b](gone.png)\n\nNote: c\nd\n\n----\n\n```yaml {2}\ne: f\n\n```\n';

test.each([
  ['\\r\\n', text.replaceAll('\n', '\r\n')],
  ['\\r', text.replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${text}`],
  ['\\r\\n and a byte order mark', `\ufeff${text.replaceAll('\n', '\r\n')}`],
])('with %s a deck reads as with \\n alone, places included', async (_what, written) => {
  const [plain, other] = [await prepare({ 'talk.md': text }), await prepare({ 'talk.md': written })];
  expect(plain.said).toEqual(['path/missing @ ![b](gone.png)', 'slide/bad-time @ time=x']);
  expect(other.said).toEqual(plain.said);
  expect(other.deck.diagnostics.map((one) => one.span)).toEqual(
    plain.deck.diagnostics.map((one) => one.span),
  );
});

test('with \\r\\n its slides are the same', async () => {
  const good = text.replace('{time=x}', '').replace('![b](gone.png)', 'b');
  const [plain, other] = await Promise.all(
    [good, good.replaceAll('\n', '\r\n')].map((written) => prepare({ 'talk.md': written })),
  );
  expect(plain?.edition().slides).toHaveLength(3);
  expect(other?.rendered().slides.map((slide) => slide.html)).toEqual(
    plain?.rendered().slides.map((slide) => slide.html),
  );
});
