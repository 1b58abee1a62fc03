import { innerText } from 'domutils';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
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

/** Braces of Handlebars, Helm, Jinja, EJS, shells, CI and TeX, as they stand in running text. */
const braced = [
  '{{ secrets.TOKEN }} and {{{ raw }}} and {{#if a}}b{{/if}} and {{- end }}',
  '{% raw %} and {%- if x -%}',
  '<%= user.name %> and <% if (a) { %>x<% } %>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: What looks like a template is what is tested.
  '${{ github.ref }} and ${HOME} and #{ruby} and {json: 1} and {"a": 1}',
  '{{ .Values.image }}:{{ .Values.tag }}',
  'A fraction \\frac{a}{b}',
  'A root \\sqrt[3]{x} and \\cite[p. 3]{knuth}',
  '\\begin{align} x_{i} \\end{align}',
  '\\mathbf{x}',
  '{{ alone }}',
  '{ spaced }',
];

test('content is never a template: what looks like one comes out letter for letter', async () => {
  const blocks = [
    ...braced,
    ...braced.map((one) => `- ${one}`),
    ...braced.map((one) => `> ${one}\n`),
    ...braced.map((one) => `### ${one}`),
    `| head | ${braced[0]} |\n| --- | --- |\n${braced.map((one) => `| ${one} | x |`).join('\n')}`,
    ...braced.map((one) => `**${one}**`),
    ...braced.map((one) => `\`${one}\``),
    `\`\`\`text\n${braced.join('\n')}\n\`\`\``,
  ];
  const html = await drawn(`## ${braced[5]}\n\n${blocks.join('\n\n')}\n`);
  const words = innerText(parseDocument(html).children);
  for (const one of braced) expect(words.split(one).length - 1, one).toBeGreaterThanOrEqual(8);
  expect(words).not.toMatch(/\\(?:frac|sqrt|begin|mathbf|cite)(?![{[])/);
});
