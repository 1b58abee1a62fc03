import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';

const root = packageRoot();
const pages = [root, join(root, 'docs'), join(root, 'bench')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Links and pictures of a page, code left out, that do not lead elsewhere. */
function targets(text: string): readonly string[] {
  const prose = text.replaceAll(/^(`{3,}).*?^\1/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
}

test('there are pages, and links on them', () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.flatMap((page) => targets(readFileSync(page, 'utf8'))).length).toBeGreaterThan(5);
});

test.for(pages.map((page) => relative(root, page)))(
  'every link on %s leads to a file that is there',
  (page) => {
    const path = join(root, page);
    const local = targets(readFileSync(path, 'utf8')).filter(
      (target) => !/^(?:https?:|mailto:|#)/.test(target),
    );
    const missing = local.filter(
      (target) => !existsSync(join(dirname(path), target.split('#')[0] as string)),
    );
    expect(missing).toEqual([]);
  },
);
