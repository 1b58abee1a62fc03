/**
 * Deckhand's own rooms, for what its command line does not hand out: the browser it would take, the page it prints.
 * Compiled on the way, into a folder below the repository, from where Deckhand finds its templates.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} source a module of `src/`, such as `print/find-browser.ts`
 * @returns {Promise<any>} what it exports
 */
export async function importInside(source) {
  const name = source.replaceAll('/', '-').replace(/\.ts$/, '.mjs');
  const outfile = path.join(repository, 'node_modules', '.cache', 'deckhand-bench', name);
  await build({
    entryPoints: [path.join(repository, 'src', source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return import(pathToFileURL(outfile).href);
}
