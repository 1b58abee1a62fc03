import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

/** Layouts of the slides of a deck for reveal.js, and the sections that it has. */
async function shape(...slides: readonly string[]) {
  const { edition } = await prepare({
    'talk.md': `---\ndialect: reveal\n---\n\n${slides.join('\n\n---\n\n')}\n`,
  });
  const { slides: made, sections } = edition();
  return { layouts: made.map(({ layout }) => layout), sections: sections.map(({ title }) => title) };
}

const list = '- one\n- two';

test('a large title with a slide’s worth below it is the title of a slide', async () => {
  const titled = [
    '# Deck',
    `# Pods\n\n${list}`,
    '# Code\n\n```sh\nls\n```',
    '# Picture\n\n![A](a.png)',
    '## End',
  ];
  expect(await shape(...titled)).toEqual({
    layouts: ['title', 'content', 'code', 'image', 'statement'],
    sections: ['Deck'],
  });
});

test('one that stands alone opens a section, and so does one with smaller titles', async () => {
  const { layouts, sections } = await shape(
    '# Deck',
    '# Pods\n\nNote: Say it.',
    `# Of\n\n${list}`,
    '# Nodes\n\n### and more',
    '## End',
  );
  expect(layouts).toEqual(['title', 'section', 'content', 'section', 'statement']);
  expect(sections).toEqual(['Deck', 'Pods', 'Nodes']);
});

test('a line of words below it does no harm where no large title has more', async () => {
  const opening = ['# Deck', '# Pods\n\nwhat runs', '# Nodes\n\n<small>where it runs</small>', '## End'];
  expect((await shape(...opening)).sections).toEqual(['Deck', 'Pods', 'Nodes']);
  expect((await shape(...opening, `# Much\n\n${list}`, '## End')).sections).toEqual(['Deck']);
});

test('the last slide opens nothing, but where it says so', async () => {
  expect(await shape('# Deck', `## One\n\n${list}`, '# Questions?')).toEqual({
    layouts: ['title', 'content', 'statement'],
    sections: ['Deck'],
  });
  const said = await shape(
    '# Deck',
    `# One\n\n${list}`,
    `<!-- .slide: layout=section -->\n# More\n\n${list}`,
  );
  expect(said.sections).toEqual(['Deck', 'More']);
});

test('in decks of ours it opens one wherever it stands', async () => {
  const { edition } = await prepare({
    'talk.md': `# Deck\n\n---\n\n# Pods\n\n${list}\n\n---\n\n# Questions?\n`,
  });
  expect(edition().sections.map(({ title }) => title)).toEqual(['Deck', 'Pods', 'Questions?']);
});
