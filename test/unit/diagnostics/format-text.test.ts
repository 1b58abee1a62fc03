import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { formatText } from '../../../src/diagnostics/format-text.js';

const text = '---\ntitle: A\n\nduratoin: 45m\n---\n';
const sources = new Map([['content/intro/deck.md', text]]);
const start = text.indexOf('duratoin');
const unknownKey: Diagnostic = {
  code: 'deck/unknown-key' as Diagnostic['code'],
  severity: 'error',
  message: 'Unknown key `duratoin` in the front matter.',
  hint: 'Did you mean `duration`?',
  span: { file: 'content/intro/deck.md', start, end: start + 8 },
  related: [],
};

test('a diagnostic reads place, message, code, frame, hint', () => {
  expect(formatText(unknownKey, sources, { colour: false })).toBe(
    `content/intro/deck.md:4:1 error Unknown key \`duratoin\` in the front matter. [deck/unknown-key]
  3 │
> 4 │ duratoin: 45m
    ╵ ^^^^^^^^
  5 │ ---
  hint: Did you mean \`duration\`?`,
  );
});

test('a second place follows as a related note', () => {
  const related = [
    { message: 'The front matter begins here.', span: { file: 'content/intro/deck.md', start: 0, end: 3 } },
  ];
  const shown = formatText({ ...unknownKey, related }, sources, { colour: false });
  expect(shown.split('\n').slice(6)).toEqual([
    '  content/intro/deck.md:1:1 note The front matter begins here.',
    '  > 1 │ ---',
    '      ╵ ^^^',
  ]);
});

test('a diagnostic without a place begins with its severity', () => {
  const shown = formatText({ ...unknownKey, span: null, hint: null, severity: 'warning' }, sources, {
    colour: false,
  });
  expect(shown).toBe('warning Unknown key `duratoin` in the front matter. [deck/unknown-key]');
});

test('a file whose text is not at hand is named without a line', () => {
  const shown = formatText({ ...unknownKey, hint: null }, new Map(), { colour: false });
  expect(shown).toBe(
    'content/intro/deck.md error Unknown key `duratoin` in the front matter. [deck/unknown-key]',
  );
});

test('colours change nothing but the colours', () => {
  const painted = formatText(unknownKey, sources, { colour: true });
  expect(painted).toContain('\u001b[');
  expect(stripVTControlCharacters(painted)).toBe(formatText(unknownKey, sources, { colour: false }));
});

test('words of the content cannot steer the terminal', () => {
  const shown = formatText({ ...unknownKey, span: null, message: 'No `\u001b]0;x\u0007`.' }, sources, {
    colour: false,
  });
  expect(shown).not.toContain('\u001b');
  expect(shown).toContain('␛]0;x␇');
});
