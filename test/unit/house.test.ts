import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const source = join(packageRoot(), 'src');
const house = readFileSync(join(packageRoot(), 'docs', 'house.md'), 'utf8');
const rooms = new Map(
  tableRows('## Rooms').map(([room = '', , from = '']) => [room.replace('/', ''), names(from)]),
);
const doors = new Map(
  tableRows('## Doors').flatMap(([packages = '', where = '']) =>
    names(packages).map((name) => [name, names(where)] as const),
  ),
);

/** Files that stand in no room, and what they may import. */
const outside: Readonly<Record<string, readonly string[]>> = {
  'cache-folder.ts': [],
  'cli.ts': ['commands', 'compiled-code.ts'],
  'compiled-code.ts': [],
  'index.ts': ['pipeline', 'config', 'diagnostics'],
  'package-root.ts': [],
};

/** Files of these that every room may ask. */
const forEverybody = ['cache-folder.ts', 'package-root.ts'];

const imports = allFiles(source).flatMap((file) => importsOf(file));

describe('the house', () => {
  test('the map is read: rooms, doors and imports are found', () => {
    expect(rooms.size).toBeGreaterThan(10);
    expect(doors.size).toBeGreaterThan(5);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter((one) => one.package !== null).length).toBeGreaterThan(10);
    expect(imports.some((one) => one.dynamic)).toBe(true);
  });

  test('every folder of src is a room on the map, and every room is there', () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual([...rooms.keys()].sort());
  });

  test('every file outside the rooms is known', () => {
    const files = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((entry) => entry.name).sort()).toEqual(Object.keys(outside).sort());
  });

  test('no room imports from a room that its line does not name', () => {
    const wrong = imports.filter(({ from, room }) => {
      if (room === null || room === from || forEverybody.includes(room)) return false;
      return !(rooms.get(from) ?? outside[from] ?? []).includes(room);
    });
    expect(wrong.map((one) => `${one.file} imports ${one.what}`)).toEqual([]);
  });

  test('every package is imported through its door only', () => {
    const wrong = imports.filter(
      (one) => one.package !== null && !doors.get(one.package)?.includes(one.from),
    );
    expect(wrong.map((one) => `${one.file} imports ${one.what}`)).toEqual([]);
  });

  test('every package that is imported is a dependency of ours, not of somebody else', () => {
    const { dependencies } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
    const missing = imports.filter(
      (one) => one.package !== null && !Object.hasOwn(dependencies, one.package),
    );
    expect(missing.map((one) => `${one.file} imports ${one.what}`)).toEqual([]);
  });

  test('every permission on the map is used', () => {
    const used = (from: string, to: string): boolean =>
      imports.some((one) => one.from === from && (one.room === to || one.package === to));
    const idleRooms = [...rooms].flatMap(([from, to]) =>
      to.filter((room) => !used(from, room)).map((room) => `${from}: ${room}`),
    );
    const idleDoors = [...doors].flatMap(([name, where]) =>
      where.filter((room) => !used(room, name)).map((room) => `${name}: ${room}`),
    );
    expect([...idleRooms, ...idleDoors]).toEqual([]);
  });
});

interface Import {
  /** Below `src/`. */
  readonly file: string;
  /** The room of the importing file, or the file itself where it stands in none. */
  readonly from: string;
  readonly what: string;
  /** The room imported from; null for packages and Node's own modules. */
  readonly room: string | null;
  readonly package: string | null;
  readonly dynamic: boolean;
}

function importsOf(path: string): readonly Import[] {
  const text = readFileSync(path, 'utf8');
  const file = path.slice(source.length + 1);
  const fixed = [...text.matchAll(/^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'([^']+)'/gm)];
  const dynamic = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)];
  return [
    ...fixed.map((match) => ({ match, dynamic: false })),
    ...dynamic.map((match) => ({ match, dynamic: true })),
  ].map(({ match, dynamic }) => {
    const what = match[1] as string;
    const relative = what.startsWith('.');
    const target = relative ? join(file, '..', what).replace(/\.js$/, '.ts') : null;
    const builtin = what.startsWith('node:') || builtinModules.includes(what);
    return {
      file,
      from: file.split('/')[0] as string,
      what,
      room: target === null ? null : (target.split('/')[0] as string),
      package: relative || builtin ? null : packageName(what),
      dynamic,
    };
  });
}

/** `@scope/name/deep.js` is of the package `@scope/name`. */
function packageName(what: string): string {
  return what
    .split('/')
    .slice(0, what.startsWith('@') ? 2 : 1)
    .join('/');
}

function allFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The cells of the table below a heading of the map, without backticks. */
function tableRows(heading: string): readonly (readonly string[])[] {
  const section = house.split(/^(?=## )/m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

function names(cell: string): readonly string[] {
  return cell.split(',').flatMap((name) => name.trim() || []);
}
