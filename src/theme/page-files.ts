import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { TemplateFiles } from './template-files.js';

const read = new Map<string, string>();

/** A file of `products/`: a page's template, its stylesheet or its script. Ours are read once a process. */
export function pageFile({ own, folder }: TemplateFiles, name: string): string {
  return own.get(`products/${name}`)?.text ?? once(join(folder, 'products', name));
}

/** A file of reveal.js' distribution: `reveal.js`, `reveal.css`, `plugin/search.js`. */
export function revealFile(name: string): string {
  reveal ??= revealFolder();
  return once(join(reveal, name));
}

let reveal: string | undefined;

/** Node's own way there takes as long as drawing ten slides: it is asked where packages have no folders, as in Yarn's Plug'n'Play. */
function revealFolder(): string {
  for (let folder = packageRoot(), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    const found = join(folder, 'node_modules', 'reveal.js', 'dist');
    if (existsSync(found)) return found;
  }
  // The package hides everything but some names; one of those shows the folder.
  return dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));
}

function once(path: string): string {
  const text = read.get(path) ?? readFileSync(path, 'utf8');
  read.set(path, text);
  return text;
}
