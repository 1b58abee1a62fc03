import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  breaksEntries,
  checkValue,
  editionsDescription,
  entries,
  handoutEntries,
  type Key,
  moduleEntries,
  textKeys,
} from '../../../src/config/schema.js';
import { packageRoot } from '../../../src/package-root.js';

/*
 * The JSON Schema of `deck.yaml` and of front matter, by which editors complete and check. Made from the schema that
 * the program itself reads with, so neither can know a key that the other does not.
 */
const path = join(packageRoot(), 'docs', 'deck.schema.json');
const inner = { handout: handoutEntries, breaks: breaksEntries };
const schema = deckSchema();
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

test('docs/deck.schema.json says what the schema says (if not: npm run docs)', () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every setting has its words, and what can be one of a few says which', () => {
  const properties = schema.properties as Record<string, { description?: string; enum?: unknown[] }>;
  expect(Object.keys(properties)).toEqual([...Object.keys(entries), 'editions']);
  for (const [key, { description }] of Object.entries(properties)) expect(description, key).toMatch(/\.$/);
  expect(properties.variant?.enum).toEqual(['light', 'dark']);
});

test('the settings of the decks that come with it hold', () => {
  const content = join(packageRoot(), 'content');
  const decks = readdirSync(content).map((name) => join(content, name, 'deck.yaml'));
  expect(decks.length).toBeGreaterThan(1);
  for (const deck of decks) {
    validate(parse(readFileSync(deck, 'utf8')));
    expect(validate.errors, deck).toBeNull();
  }
});

test.for([
  ['duratoin: 45m', 'must NOT have additional properties'],
  ['duration: 45x', 'must match pattern'],
  ['duration: [1]', 'must be string'],
  ['variant: drak', 'must be equal to one of the allowed values'],
  ['handout: { slides: 5 }', 'must be equal to one of the allowed values'],
  ['handout: { slide: 3 }', 'must NOT have additional properties'],
  ['date: 22.11.2026', 'must match pattern'],
  ['breaks: { lunch: noon }', 'must match pattern'],
  ['modules: []', 'must NOT have fewer than 1 items'],
  ['modules: [{ time: { a: 5m } }]', "must have required property 'file'"],
  ['editions: { short: { duratoin: 5m } }', 'must NOT have additional properties'],
])('%s is an error in the editor, too', ([yaml, message]) => {
  expect(validate(parse(yaml as string))).toBe(false);
  expect(validate.errors?.map((one) => one.message).join(', ')).toContain(message);
});

const digits = fc.integer({ min: 0, max: 120 }).map(String);
const scrap = fc.constantFrom(
  ...[
    'h',
    'm',
    'min',
    's',
    ' ',
    ':',
    '-',
    '.',
    '0',
    '9',
    'x',
    '×',
    '16:9',
    '09:00',
    '2026-11-22',
    '60m',
    'MIN',
  ],
  ...[
    'https://e.org',
    'HTTP://e.org',
    'en',
    'de-CH',
    'Europe/Berlin',
    'a4',
    'true',
    'last',
    'harbor',
    '1280',
    '720',
  ],
);
const written = fc.oneof(
  fc.array(fc.oneof(digits, scrap), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
  fc.integer({ min: -5, max: 50 }),
  fc.boolean(),
);

test('whatever a setting takes, the JSON Schema takes', () => {
  const keys = Object.keys(entries) as Key[];
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...keys), written, (key, value) => {
      const text = typeof value === 'number' && textKeys.has(key) ? String(value) : value;
      if (!checkValue(key, text).success) return;
      taken++;
      validate({ [key]: value });
      expect(validate.errors, `${key}: ${JSON.stringify(value)}`).toBeNull();
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

type Json = Record<string, unknown>;

function deckSchema(): Json {
  const properties = Object.fromEntries(
    Object.entries(entries).map(([key, one]) => [key, property(key, one)]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a Deckhand deck',
    description: 'What stands in `deck.yaml`, or between two `---` lines at the top of a Markdown file.',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...properties,
      editions: {
        description: editionsDescription,
        type: 'object',
        additionalProperties: { anyOf: [{ type: 'null' }, { $ref: '#/definitions/edition' }] },
      },
    },
    definitions: {
      edition: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.keys(properties).map((key) => [key, { $ref: `#/properties/${key}` }]),
        ),
      },
    },
  };
}

function property(key: string, one: v.GenericSchema): Json {
  const description = v.getDescription(one);
  const below = inner[key as keyof typeof inner];
  const made =
    below === undefined
      ? key === 'modules'
        ? modules()
        : shape(key, one)
      : {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(below).map(([name, inside]) => [name, property(name, inside)]),
          ),
        };
  return { description, ...made };
}

function modules(): Json {
  const file = shape('file', moduleEntries.file);
  return {
    type: 'array',
    minItems: 1,
    items: {
      anyOf: [
        file,
        {
          type: 'object',
          additionalProperties: false,
          required: ['file'],
          properties: {
            file: { description: v.getDescription(moduleEntries.file), ...file },
            time: {
              description: v.getDescription(moduleEntries.time),
              type: 'object',
              additionalProperties: shape('duration', entries.duration),
            },
          },
        },
      ],
    },
  };
}

/** One value: what the library makes of it, numbers where they are taken for text, and the pattern of what is read. */
function shape(key: string, one: v.GenericSchema): Json {
  const {
    $schema: _,
    description: __,
    pattern: ___,
    ...made
  } = toJsonSchema(one, { typeMode: 'input', errorMode: 'ignore' }) as Json;
  const { pattern } = v.getMetadata(one) as { pattern?: string };
  const withPattern = pattern === undefined ? made : withOnText(made, { pattern });
  if (!textKeys.has(key as Key)) return withPattern;
  return { anyOf: [...((withPattern.anyOf as Json[] | undefined) ?? [withPattern]), { type: 'number' }] };
}

function withOnText(made: Json, more: Json): Json {
  if (made.anyOf) return { ...made, anyOf: (made.anyOf as Json[]).map((one) => withOnText(one, more)) };
  return made.type === 'string' ? { ...made, ...more } : made;
}
