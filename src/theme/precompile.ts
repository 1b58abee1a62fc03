import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { compiledTemplates, precompiled } from './compile-template.js';

// The last step of `npm run compile`: all templates of ours as code, by their text.
const templates = join(packageRoot(), 'templates');
const texts = readdirSync(templates, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.hbs'))
  .sort()
  .map((name) => readFileSync(join(templates, name), 'utf8'))
  // Layouts and partials are used without the line end of their file.
  .flatMap((text) => [text, text.trimEnd()]);
const compiled = Object.fromEntries(texts.map((text) => [text, precompiled(text)]));
writeFileSync(join(packageRoot(), compiledTemplates), JSON.stringify(compiled));
