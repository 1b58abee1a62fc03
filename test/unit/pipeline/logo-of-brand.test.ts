import { expect, test } from 'vitest';
import { deckPage } from '../../../src/render/products/deck-page.js';
import { readingView } from '../../../src/render/products/reading-page.js';
import { prepare } from '../../support/prepared.js';

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><path d="M0 0h9v9z"/></svg>`;

function talk(settings: string) {
  return prepare({
    'talk.md': `---\ntitle: Talk\ntheme: ensign\nbrand: brand.yaml\n${settings}---\n\n# Talk\n\n---\n\n## A slide\n\nWords\n`,
    'brand.yaml': 'logo: house.svg\n',
    'house.svg': svg(20),
    'own.svg': svg(30),
  });
}

test('the logo of a brand says and stands what the settings say', async () => {
  const made = await talk('logo-alt: House of Cards\nlogo-slides: all\n');
  expect(made.said).toEqual([]);
  expect(made.edition().settings.logo).toMatchObject({
    file: 'house.svg',
    alt: 'House of Cards',
    slides: 'all',
  });
  const page = deckPage(made.rendered(), new Set(['deck']));
  expect(page?.html.match(/alt="House of Cards"/g)).toHaveLength(2);
  expect(made.rendered().slides[1]?.html).toContain('logo');
});

test('without them it stands on title slides and says nothing', async () => {
  const made = await talk('');
  expect(made.edition().settings.logo).toMatchObject({ file: 'house.svg', alt: '', slides: 'title' });
  expect(made.rendered().slides[1]?.html).not.toContain('logo');
});

test('a logo of the deck’s own takes its place, and `false` leaves none', async () => {
  expect((await talk('logo: own.svg\n')).edition().settings.logo).toMatchObject({ file: 'own.svg' });
  expect((await talk('logo: false\n')).edition().settings.logo).toBeNull();
});

test('a deck that is to be light is light in the reading view, too, whatever its reader likes', async () => {
  const css = async (settings: string) => {
    const { page, assets } = readingView((await talk(settings)).rendered(), null);
    const html = Buffer.from(page.bytes).toString();
    const sheets = assets.filter(({ path }) => path.includes('reading-colours'));
    return [
      /<meta name="color-scheme" content="([^"]*)">/.exec(html)?.[1],
      /prefers-color-scheme/.test(sheets.map(({ bytes }) => Buffer.from(bytes).toString()).join('')),
    ];
  };
  expect(await css('')).toEqual(['light dark', true]);
  expect(await css('variant: light\n')).toEqual(['light', false]);
});
