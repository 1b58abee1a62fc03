// The last step of the bundle. esbuild makes a file of every few modules that are always loaded together, which are 64 for the
// simplest deck, and loading a file takes Node.js as long as drawing a slide. So what most builds load is one file here.
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';

const parts = 'lib/parts';

/** What is one file, and by which of esbuild's parts it is found, without their hashes. A part that two lead to is in the first. */
const files = {
  start: ['main'],
  deck: ['build', 'read-settings', 'dist', 'leaks', 'core', 'bash', 'console', 'dockerfile', 'json', 'yaml'],
};

/** By part: its file. */
const placed = new Map();

export default {
  input: ['cli', 'index', 'precompile'].map((name) => join(parts, `${name}.js`)),
  // All but packages and what is Node's own has become a part.
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  treeshake: false,
  output: {
    dir: 'lib',
    // Node.js takes 15 ms longer to start with its other kind of modules, and what it compiled of those cannot be kept.
    format: 'cjs',
    dynamicImportInCjs: false,
    interop: 'default',
    compact: true,
    hoistTransitiveImports: false,
    chunkFileNames: '[name].js',
    manualChunks(id, graph) {
      if (placed.size === 0) place(graph);
      return placed.get(id);
    },
  },
  plugins: [
    {
      name: 'tidy',
      transform: startAlone,
      resolveImportMeta: ownAddress,
      renderChunk: asAscii,
      writeBundle: tidy,
    },
  ],
};

function place({ getModuleIds, getModuleInfo }) {
  const ids = [...getModuleIds()];
  for (const [file, names] of Object.entries(files)) {
    for (const name of names) {
      const found = ids.filter((id) => basename(id).replace(/-[0-9A-Z]{8}\.js$/, '') === name);
      if (found.length === 0) throw new Error(`No part of the bundle is called ${name}.`);
      for (const id of found) put(id, file, getModuleInfo);
    }
  }
}

/** A part, and what it imports before it runs. */
function put(id, file, getModuleInfo) {
  const { importedIds, isExternal } = getModuleInfo(id);
  if (isExternal || placed.has(id)) return;
  placed.set(id, file);
  for (const one of importedIds) put(one, file, getModuleInfo);
}

/** The entry loads nothing before it has looked at who loads it; esbuild has it import helpers that it does not use. */
function startAlone(code, id) {
  return basename(id) === 'cli.js' ? code.replace(/\bimport"[^"]+";/g, '') : null;
}

/** A file's own address, which modules of this kind do not have. */
function ownAddress(property) {
  return property === 'url' ? "require('node:url').pathToFileURL(__filename).href" : null;
}

/** A file with any other character takes twice the memory and longer to read. esbuild leaves those in regular expressions. */
function asAscii(code) {
  return code.replace(/[\x80-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The licences of what is in the bundle stay beside it. */
function tidy() {
  for (const name of readdirSync(parts))
    if (name.endsWith('.txt')) cpSync(join(parts, name), join('lib', name));
  rmSync(parts, { recursive: true });
  writeFileSync('lib/package.json', `${JSON.stringify({ type: 'commonjs' })}\n`);
  chmodSync('lib/cli.js', 0o755);
}
