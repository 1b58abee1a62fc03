import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { drawn } from '../support/prepared.js';
import { documents } from './documents.js';
import { openDrawing, statements } from './statements.js';

const drawing = openDrawing();
afterAll(drawing.end);

describe('whatever is written', () => {
  test.each(statements)('$says', async ({ holds }) => {
    await fc.assert(
      fc.asyncProperty(documents(), async (text) => holds(text, drawing)),
      // The same documents each time, so that a change is judged by itself; `npm run fuzz` draws new ones.
      { numRuns: 60, seed: 1 },
    );
  });
});

test('content is never a template: what looks like one comes out letter for letter', async () => {
  const written = [
    '{{ secrets.TOKEN }}',
    '{{{ raw }}}',
    '{{#if a}}b{{/if}}',
    '{% raw %}',
    '<%= user.name %>',
    '\\frac{a}{b}',
  ];
  const html = await drawn(
    `## Braces\n\n\`\`\`text\n${written.join('\n')}\n\`\`\`\n\n${written.map((one) => `- \`${one}\``).join('\n')}\n`,
  );
  for (const one of written) {
    const shown = one.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
    expect(html.split(shown).length - 1, one).toBe(2);
  }
});
