import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { workspace } from '../support/workspace.js';

const run = promisify(execFile);
const good = '---\ntitle: A talk\n---\n\n## A title\n';
const bad = '---\ntitle: A talk\nduratoin: 45m\n---\n\n## A title\n';

/** A folder in which the package is installed. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await workspace(files);
  await mkdir(join(cwd, 'node_modules'));
  await symlink(packageRoot(), join(cwd, 'node_modules', 'deckhand'));
  return cwd;
}

describe('the package', () => {
  test('builds and checks from a program, without a word of its own', async () => {
    const cwd = await project({
      'good.md': good,
      'bad.md': bad,
      'use.mjs': `import { build, check, formatText } from 'deckhand';
const built = await build({ paths: ['good.md'], products: ['deck'], out: 'site' });
const checked = await check({ paths: ['bad.md'] });
console.log(JSON.stringify({
  built: built.outcome,
  paths: built.products.map((one) => one.path),
  checked: checked.outcome,
  text: formatText(checked.diagnostics[0], checked.sources, { colour: false }).split('\\n')[0],
}));`,
    });
    const { stdout, stderr } = await run(process.execPath, ['use.mjs'], { cwd });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      built: 'built',
      paths: ['site/public/good/index.html', 'site/public/index.html'],
      checked: 'content-errors',
      text: 'bad.md:3:1 error Unknown key `duratoin` in the front matter. [deck/unknown-key]',
    });
  });

  test('has types that a strict program compiles with', async () => {
    const cwd = await project({
      'package.json': '{ "type": "module" }',
      'use.ts': `import { build, type BuildResult, type Product } from 'deckhand';
const products: readonly Product[] = ['deck'];
const result: BuildResult = await build({ paths: ['talk.md'], products });
export const codes: readonly string[] = result.diagnostics.map((one) => one.code);
// @ts-expect-error There is no such product.
await build({ products: ['dekc'] });
`,
    });
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--skipLibCheck',
      '--types',
      '',
    ];
    const tsc = join(packageRoot(), 'node_modules', '.bin', 'tsc');
    await run(tsc, [...options, 'use.ts'], { cwd });
    await writeFile(join(cwd, 'wrong.ts'), "import { build } from 'deckhand';\nawait build({ out: 1 });\n");
    await expect(run(tsc, [...options, 'wrong.ts'], { cwd })).rejects.toThrow();
  });

  test('holds everything that it needs at work, and a command that can be run', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: packageRoot(),
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string; mode: number }[] }];
    const paths = files.map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'lib/cli.js',
        'lib/index.js',
        'lib/types/index.d.ts',
      ]),
    );
    for (const folder of await readdir(join(packageRoot(), 'templates'))) {
      expect(
        paths.some((path) => path.startsWith(`templates/${folder}/`)),
        folder,
      ).toBe(true);
    }
    expect((files.find((file) => file.path === 'lib/cli.js')?.mode ?? 0) & 0o111).toBe(0o111);
    expect(paths.filter((path) => /^(?:src|test|content|bench)\//.test(path))).toEqual([]);
    expect(paths.every((path) => existsSync(join(packageRoot(), path)))).toBe(true);
  });
});
