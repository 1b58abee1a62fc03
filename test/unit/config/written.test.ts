import { describe, expect, test } from 'vitest';
import { readPartHead } from '../../../src/config/written.js';
import { told } from '../../support/told.js';
import { deckYaml, read, source } from '../../support/written.js';

describe('what an author wrote', () => {
  test('is kept as written, with nothing filled in', async () => {
    const { written, said } = await deckYaml('title: Ports\nduration: 45m\nhandout: { slides: 6 }\n');
    expect(said).toEqual([]);
    expect(written.values).toEqual({ title: 'Ports', duration: 2700, handout: { slides: 6 } });
  });

  test('is read from every key of the reference', async () => {
    const { written, said } = await deckYaml(everyKey);
    expect(said).toEqual([]);
    expect(written.values).toMatchSnapshot();
    expect(written.editions.map(({ name, values }) => [name, values])).toMatchSnapshot();
  });

  test('has a place for every value and every key', async () => {
    const text = '---\ntitle: A talk\nauthors: [Ada, Bob]\nhandout: { slides: 6 }\n---\n# Hi\n';
    const { written } = await read('talk.md', text);
    const at = (places: typeof written.places, path: string) => {
      const span = places.get(path);
      return span && text.slice(span.start, span.end);
    };
    expect(at(written.places, 'title')).toBe('A talk');
    expect(at(written.places, 'authors')).toBe('[Ada, Bob]');
    expect(at(written.places, 'authors.1')).toBe('Bob');
    expect(at(written.places, 'handout.slides')).toBe('6');
    expect(at(written.keyPlaces, 'title')).toBe('title');
    expect(at(written.keyPlaces, 'handout.slides')).toBe('slides');
  });

  test('stays text where YAML would read a number or a date', async () => {
    const { written, said } = await deckYaml(
      'editions: { x: { version: 2.0 } }\ntitle: 2026\nversion: 1.10\ndate: 2026-11-22\nauthors: [Ada, 0x1F]\nevent: 007\n',
    );
    expect(said).toEqual([]);
    expect(written.values).toEqual({
      title: '2026',
      version: '1.10',
      date: '2026-11-22',
      authors: ['Ada', '0x1F'],
      event: '007',
    });
    expect(written.editions[0]?.values).toEqual({ version: '2.0' });
  });

  test('may name one stylesheet or several, also with commas as reveal-md has it', async () => {
    const css = async (text: string) => (await deckYaml(text)).written.values.css;
    expect(await css('css: a.css')).toEqual(['a.css']);
    expect(await css('css: [a.css, b.css]')).toEqual(['a.css', 'b.css']);
    expect(await css('css: a.css, b.css')).toEqual(['a.css', 'b.css']);
  });

  test('may leave a key without a value, as in a form', async () => {
    const { written, said } = await deckYaml(
      'title:\nsubtitle: ~\nhandout: { slides: }\nmodules:\neditions:\n',
    );
    expect(said).toEqual([]);
    expect(written.values).toEqual({ handout: {} });
  });

  test('is nothing at all where there is no front matter', async () => {
    const { written, said, bodyStart } = await read('talk.md', '# Hello\n');
    expect([written.values, said, bodyStart]).toEqual([{}, [], 0]);
  });
});

describe('a key that is wrong', () => {
  test('is named with its place and what was probably meant, all in one run', async () => {
    const { diagnostics, said } = await read(
      'talk.md',
      '---\nduratoin: 45m\nthemee: x\nlang: en\nfoo: 1\n---\n',
    );
    expect(said).toEqual([
      'deck/unknown-key @ duratoin',
      'deck/unknown-key @ themee',
      'deck/unknown-key @ foo',
    ]);
    expect(diagnostics.map((one) => one.hint)).toEqual([
      'Did you mean `duration`?',
      'Did you mean `theme`?',
      null,
    ]);
    expect(diagnostics[0]?.message).toBe('Unknown key `duratoin` in the front matter.');
  });

  test('is found inside other keys and inside editions', async () => {
    const { said } = await deckYaml(
      [
        'handout: { slide: 3 }',
        'breaks: { evry: 60m }',
        'modules: [{ fil: a.md, file: b.md }]',
        'editions: { talk: { titel: x, editions: {} } }',
      ].join('\n'),
    );
    expect(new Set(said)).toEqual(
      new Set([
        'deck/unknown-key @ slide',
        'deck/unknown-key @ evry',
        'deck/unknown-key @ fil',
        'deck/unknown-key @ titel',
        'deck/unknown-key @ editions',
      ]),
    );
  });

  test('is an error even if it is called like something every object has', async () => {
    const { said } = await deckYaml('__proto__: { a: 1 }\nconstructor: 1\ntoString: 2\n');
    expect(said).toEqual([
      'deck/unknown-key @ __proto__',
      'deck/unknown-key @ constructor',
      'deck/unknown-key @ toString',
    ]);
  });
});

describe('a value that is wrong', () => {
  test.each([
    ['duration: fast', 'fast', 'a length of time'],
    ['duration: [1]', '[1]', 'a length of time'],
    ['aspect: wide', 'wide', '`16:9`'],
    ['date: 22.11.2026', '22.11.2026', 'a date'],
    ['date: 2026-02-30', '2026-02-30', 'a date'],
    ['lang: english please', 'english please', 'a language tag'],
    ['timezone: Berlin', 'Berlin', 'a time zone'],
    ['url: javascript:alert(1)', 'javascript:alert(1)', 'an address'],
    ['start: 25:00', '25:00', 'a time of day'],
    ['days: 0', '0', 'at least one day'],
    ['days: 1.5', '1.5', 'a whole number'],
    ['handout: 6', '6', 'a mapping'],
    ['handout: { slides: 5 }', '5', 'one of `1`, `2`, `3`, `4`, `6`, `9`'],
    ['handout: { booklet: yes }', 'yes', '`true` or `false`'],
    ['breaks: { lunch: noon }', 'noon', 'a time of day and a length'],
    ['paper: a3', 'a3', 'one of `a4`, `letter`'],
    ['products: [deck, poster]', 'poster', 'one of `deck`'],
    ['products: []', '[]', 'a list of products'],
    ['modules: why.md', 'why.md', 'a list of files'],
    ['modules: [{ time: { a: 1m } }]', '{ time: { a: 1m } }', 'the path of a file'],
    ['modules: [{ file: a.md, time: { talk: soon } }]', 'soon', 'a length of time'],
    ['modules: [3]', '3', 'the path of a file, or'],
    ['authors: [Ada, { x: 1 }]', '{ x: 1 }', 'text'],
    ['css: 3', '3', 'the path of a stylesheet'],
    ['title: [a, b]', '[a, b]', 'text'],
    ['title: true', 'true', 'text'],
    ['math: maybe', 'maybe', '`true` or `false`'],
    ['editions: [talk]', '[talk]', 'a mapping of names'],
    ['editions: { talk: 45m }', '45m', 'the keys that the edition overrides'],
    ['editions: { talk: { duration: long } }', 'long', 'a length of time'],
    ['html: raw', 'raw', 'one of `safe`, `trusted`'],
  ])('%s is told at its place, with what it should be', async (text, place, expected) => {
    const { said, diagnostics } = await deckYaml(text);
    const [first] = diagnostics;
    expect(said).toContain(`deck/wrong-type @ ${place}`);
    expect(first?.message).toContain(expected);
    expect(first?.message).toContain(`it is \`${place}\``);
    expect(diagnostics.filter((one) => one.code === 'deck/wrong-type')).toHaveLength(1);
  });

  test('does not take the right ones with it', async () => {
    const { written } = await deckYaml('title: Ports\npaper: a3\nlang: de\n');
    expect(written.values).toEqual({ title: 'Ports', lang: 'de' });
  });

  test('cannot bring control characters into titles', async () => {
    const { said } = await deckYaml('title: "a\\u0000b"\nevent: "a\\x1b[31m"\n');
    expect(said).toEqual(['deck/wrong-type @ "a\\u0000b"', 'deck/wrong-type @ "a\\x1b[31m"']);
  });
});

describe('editions', () => {
  test('keep their order and may have no keys of their own', async () => {
    const { written } = await deckYaml('editions:\n  talk: { duration: 45m }\n  10-minutes:\n  full: {}\n');
    expect(written.editions.map((edition) => edition.name)).toEqual(['talk', '10-minutes', 'full']);
  });

  test('have names that can be folders', async () => {
    const { said } = await deckYaml(
      'editions: { "../up": {}, "a/b": {}, "": {}, .hidden: {}, half-day: {} }',
    );
    expect(said).toEqual([
      'deck/bad-edition-name @ "../up"',
      'deck/bad-edition-name @ "a/b"',
      'deck/bad-edition-name @ ""',
      'deck/bad-edition-name @ .hidden',
    ]);
  });

  test('are named rightly where a module has a time in one', async () => {
    const { said, diagnostics } = await deckYaml(
      'modules: [{ file: a.md, time: { half-day: 10m, halfday: 5m } }]\neditions: { half-day: {} }\n',
    );
    expect(said).toEqual(['deck/unknown-edition @ halfday']);
    expect(diagnostics[0]?.hint).toBe('Did you mean `half-day`?');
  });
});

describe('settings of other tools', () => {
  test('are honoured where they mean the same', async () => {
    const { written, said } = await deckYaml(
      'author: { name: Ada, affiliation: Analytical }\nsize: 4:3\ncolorSchema: dark\nmath: katex\n',
    );
    expect(written.values).toEqual({
      authors: ['Ada'],
      aspect: { width: 960, height: 720 },
      variant: 'dark',
      math: true,
    });
    expect(said).toEqual([]);
  });

  test('never win over ours', async () => {
    const { written, said } = await deckYaml('authors: Ada\nauthor: Bob\naspectRatio: 16/10\n');
    expect(written.values).toEqual({ authors: ['Ada'], aspect: { width: 1280, height: 800 } });
    expect(said).toEqual(['deck/foreign-key @ author']);
  });

  test('are named with the tool they belong to where they have no counterpart', async () => {
    const { said, diagnostics } = await deckYaml(
      'paginate: true\nformat: revealjs\nhighlightTheme: monokai\n',
    );
    expect(said).toEqual([
      'deck/foreign-key @ paginate',
      'deck/foreign-key @ format',
      'deck/foreign-key @ highlightTheme',
    ]);
    expect(diagnostics.map((one) => one.message)).toEqual([
      '`paginate` is a key of Marp and has no effect here.',
      '`format` is a key of Quarto and has no effect here.',
      '`highlightTheme` is a key of reveal-md and has no effect here.',
    ]);
    expect(diagnostics.every((one) => one.severity === 'warning')).toBe(true);
  });

  test('include themes, which give way to ours', async () => {
    const { written, said } = await deckYaml('theme: black\n');
    expect([written.values, said]).toEqual([{}, ['deck/foreign-theme @ black']]);
  });
});

test.each(['split: headings', 'dialect: reveal', 'math: false'])(
  'an edition may have the files read in another way: %s',
  async (key) => {
    const { diagnostics } = await deckYaml(`editions: { talk: { ${key} } }`);
    expect(diagnostics).toEqual([]);
  },
);

describe('a setting that is right', () => {
  test.each([
    'split: dividers',
    'split: headings',
    'dialect: deckhand',
    'dialect: reveal',
    'days: 2',
    'start: "09:00"\ntimezone: Europe/Berlin',
    'breaks: { every: 60m, length: 10m, lunch: "12:30 60m" }',
    'handout: { booklet: true, cover: true, sections: right, slides: 2 }',
    'products: [deck, present, slides, handout]',
    'math: false',
    'tier: all',
    'slide-time: 90s',
    'html: trusted',
    'products: [deck, guide]',
  ])('needs no word: %s', async (text) => {
    expect((await deckYaml(text)).said).toEqual([]);
  });
});

describe('the front matter of a part', () => {
  const head = async (text: string) => {
    const { value, diagnostics } = await readPartHead(source('part.md', text));
    return [value.written, text.slice(value.bodyStart), told(diagnostics, new Map([['part.md', text]]))];
  };

  test('holds title and lang', async () => {
    expect(await head('---\ntitle: Why\nlang: de\n---\n# A')).toEqual([
      { title: 'Why', lang: 'de' },
      '# A',
      [],
    ]);
    expect(await head('# A')).toEqual([{ title: null, lang: null }, '# A', []]);
  });

  test('warns of what belongs to the deck, and refuses what belongs nowhere', async () => {
    expect(await head('---\ntheme: x\nmarp: true\nfoo: 1\n---\n')).toEqual([
      { title: null, lang: null },
      '',
      ['deck/key-of-deck @ theme', 'deck/key-of-deck @ marp', 'deck/unknown-key @ foo'],
    ]);
  });
});

const everyKey = `
title: Kubernetes vs. Docker
subtitle: What each is for, and why you want both
authors: [Ada Example]
event: Platform meetup
place: Room 3
date: 2026-11-22
timezone: Europe/Berlin
version: "1.2"
lang: en                # also the language of our own words
theme: harbor
variant: dark
css: [extra.css]
aspect: 16:9
paper: a4
sides: two
logo: img/logo.svg
footer: Platform meetup
license: CC-BY-4.0
url: https://example.org/kvd
start: "09:00"
duration: 45m
slide-time: 90s
breaks: { every: 60m, length: 10m, lunch: "12:30 60m" }
days: 1
handout: { slides: 3, booklet: false, cover: false, notes: true }
fragments: last
products: [deck, present, slides, handout]
html: safe
split: dividers
dialect: deckhand
math: true
tier: core
modules: [modules/why.md, { file: modules/docker.md, time: { full-day: 10m } }]
editions:
  talk: { duration: 45m, modules: [modules/why.md] }
  full-day: { title: From container to cluster, duration: 6h, tier: all }
`;
