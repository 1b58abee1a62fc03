import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { compiledTemplate, precompiled } from './compile-template.js';

// The last step of `npm run compile`: all templates of ours as code.
const templates = join(packageRoot(), 'templates');
for (const name of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.hbs')) continue;
  const text = readFileSync(join(templates, name), 'utf8');
  // Layouts and partials are used without the line end of their file.
  const source = /^(?:layouts|partials)\b/.test(name) ? text.trimEnd() : text;
  const path = compiledTemplate(source);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, precompiled(source));
}
