import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RenderedSlide } from '../../src/render/slide.js';
import { prepare } from '../support/prepared.js';

/** Everything of a slide that goes into public pages, the reading view included. */
function publicHtml({ html, finalHtml, paperHtml, words, css }: RenderedSlide): string {
  const { kicker, titleHtml, mediaHtml, bodyHtml } = words;
  return [html, finalHtml, paperHtml, kicker, titleHtml, mediaHtml, bodyHtml, ...css].join('');
}

/** Blocks that a note may follow directly, raw HTML that is left open among them. */
const block = fc.constantFrom(
  ...[
    'words',
    '# Head {#x}',
    '- item\n- item',
    '1. one\n\n   two',
    '> quote',
    '> [!TIP]\n> tip',
    '| a |\n| - |\n| b |',
  ],
  ...[
    '```js {1}\ncode\n```',
    '    code',
    '***',
    '. . .',
    '::: tip\nx\n:::',
    '::: columns\n::: column\nx\n:::\n:::',
  ],
  ...[
    '<br>',
    '<div>open',
    '<div>\n<b>open',
    '<p>x</p>',
    '<aside class="notes">said</aside>',
    '<svg viewBox="0 0 1 1">',
    '<b>x',
    '<!-- x -->',
  ],
  ...[
    '- item\n  <div>open',
    '> <i>open',
    '<details><summary>x</summary>',
    '[a]: https://example.org',
    'x <!-- y --> z',
  ],
);
const gap = fc.constantFrom('\n', '\n\n');
const mark = fc.constantFrom(
  'Note: ',
  'NOTES: ',
  '  note: ',
  '\tNotes: ',
  '::: notes\n',
  '::: {.notes}\n',
  '::: guide\n',
  '::: solution\n',
);

test('a note that is put anywhere on a slide is in no public HTML and with the speaker', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(block, gap), { maxLength: 4 }), mark, async (blocks, note) => {
      const closing = note.startsWith(':::') ? '\n:::' : '';
      const text = `start\n\n${blocks.flat().join('')}\n${note}secret **se**cret\n\n- secret${closing}\n`;
      const { rendered } = await prepare({ 'talk.md': text });
      for (const slide of rendered().slides) {
        expect(publicHtml(slide)).not.toContain('secret');
      }
      expect(
        rendered()
          .slides.map((slide) => slide.notesHtml)
          .join('')
          .split('secret').length,
      ).toBeGreaterThan(2);
    }),
    { numRuns: 80 },
  );
});

/** Ways to begin what gives an answer away; all of them go on to the end of the block. */
const answer = fc.constantFrom(
  ...['### Solution', '### Solutions', '### SOLUTION: the knot', '### Lösung', '### Soluton'],
  ...[
    '#### Solution',
    '## Solution',
    '##### Lösungen {.x}',
    '::: solution',
    '- #### Solution\n\n  secret',
    '> ### Solution\n>\n> secret',
  ],
  ...['::: {.box}\n#### Solution\n\nsecret\n:::', '::: tip\n### Solution\n\nsecret\n:::'],
);
const around = fc.constantFrom('lab', 'lab {time=5m}', 'exercise', 'exercise {time=5m}');
const after = fc.constantFrom(
  '',
  '\n\n###### Deeper\n\nsecret',
  '\n\n```bash write=x\nsecret\n```',
  '\n\n::: question {lines=2}\nsecret\n:::',
);

test('a solution in a lab or an exercise is in no public HTML and with the speaker', async () => {
  await fc.assert(
    fc.asyncProperty(around, answer, after, fc.boolean(), async (name, start, more, onPaper) => {
      const closed = /secret/.test(start);
      const opening =
        start.startsWith(':::') && !closed
          ? `${start}\nsecret ${more}\n:::`
          : closed
            ? start
            : `${start}\n\nsecret ${more}`;
      const block = `::: ${name}\n1. shown\n\n${opening}\n:::`;
      const { rendered } = await prepare({
        'talk.md': `## x\n\n${onPaper ? `::: paper\n${block}\n:::` : block}\n\nshown\n`,
      });
      for (const slide of rendered().slides) {
        expect(publicHtml(slide)).not.toContain('secret');
        expect(slide.notesHtml).toContain('secret');
      }
    }),
    { numRuns: 120 },
  );
});
