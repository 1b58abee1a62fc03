import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TemplateFiles } from './template-files.js';

const read = new Map<string, string>();

/** A file of `products/`: a page's template, its stylesheet or its script. Ours are read once a process. */
export function pageFile({ own, folder }: TemplateFiles, name: string): string {
  return own.get(`products/${name}`)?.text ?? once(join(folder, 'products', name));
}
/** A file of reveal.js' distribution: `reveal.js`, `reveal.css`, `plugin/search.js`. */
export function revealFile(name: string): string {
  // The package hides everything but some names; one of those shows the folder.
  const folder = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));
  return once(join(folder, name));
}

function once(path: string): string {
  const text = read.get(path) ?? readFileSync(path, 'utf8');
  read.set(path, text);
  return text;
}
