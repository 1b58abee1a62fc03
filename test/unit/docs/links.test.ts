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

test.for(pages.map((page) => relative(root, page)))(
  'every link on %s to a part of a page leads to a heading there',
  (page) => {
    const path = join(root, page);
    const parts = targets(readFileSync(path, 'utf8')).filter((target) => /^[^:]*#/.test(target));
    const missing = parts.filter((target) => {
      const [file = '', part = ''] = target.split('#');
      const linked = file === '' ? path : join(dirname(path), file);
      return linked.endsWith('.md') && !anchors(readFileSync(linked, 'utf8')).includes(part);
    });
    expect(missing).toEqual([]);
  },
);

/** The addresses of a page's headings, as GitHub makes them. */
function anchors(text: string): readonly string[] {
  const prose = text.replaceAll(/^(`{3,}).*?^\1/gms, '');
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
