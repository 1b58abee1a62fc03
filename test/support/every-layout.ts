/** A slide of each layout, and what is set on them in other colours. */
export function everyLayout(theme: string): string {
  const columns = (...all: string[]) =>
    `::: columns\n${all.map((one) => `::: column\n### Side\n\n${one}\n:::\n`).join('')}:::`;
  const picture = '![A ship](ship.svg)';
  const code = '```js {1}\nlet berth = 4; // free\nlet ship = "in";\n```';
  const slides = [
    '# Every layout',
    '# A part',
    '## Content\n\n- [A link](https://example.org), `code`, ==marked==, [muted]{.muted}\n\n> [!WARNING]\n> Look.',
    `## Two columns\n\n${columns('One', 'Two')}`,
    `## Three columns\n\n${columns('One', 'Two', 'Three')}`,
    `## Comparison {layout=comparison}\n\n${columns('One', 'Two')}`,
    `## Code\n\n${code}`,
    `## Code beside {layout=code-beside}\n\n${code}\n\nWords`,
    '::: quote {by=Ada}\nSaid so.\n:::',
    '## A statement is one sentence',
    '<!-- slide: layout=big-number -->\n\n42\n\nships',
    `## Image\n\n${picture}`,
    `## Full {layout=image-full}\n\n${picture}`,
    `## Beside {layout=image-beside}\n\n${picture}\n\nWords`,
    '## Table\n\n| a | b |\n|---|---|\n| c | d |',
    '## Timeline {layout=timeline}\n\n- **1956** First\n- **2013** Then',
    '## Agenda {layout=agenda}',
    '## Exercise\n\n::: exercise {time=5m}\nTie it.\n\n::: hint\nLike this.\n:::\n:::',
    '## Lab\n\n::: lab {time=5m needs=docker}\n### Steps\n\n1. Start.\n\n   ```console\n   $ docker run web\n   ```\n\n### Verify\n\nLook.\n:::',
    '## Which one is it? {layout=question}',
    '## The end {layout=end}',
  ];
  return `---\ntheme: ${theme}\n---\n\n${slides.join('\n\n---\n\n')}\n`;
}

/** A picture beside the deck. */
export const ship =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 2h4l-1 1H1z" fill="#0b6e7c"/></svg>';
