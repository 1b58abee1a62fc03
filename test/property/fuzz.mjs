import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Node 20 reads no TypeScript: the run is put together first, beside the packages that it needs.
const outfile = fileURLToPath(new URL('../../node_modules/.cache/deckhand-fuzz/run.mjs', import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('fuzz.ts', import.meta.url))],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
