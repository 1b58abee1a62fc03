import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { type Answer, htmlAnswer } from '../serve/answer.js';
import { compileTemplate, newTemplateKeeper } from '../theme/compile-template.js';
import { templateHelpers } from '../theme/template-helpers.js';

/** Scripts and sheets of the preview itself, by address: nothing else of its folder is served. */
const served = [
  'preview.js',
  'preview.css',
  'overlay.css',
  'follow.js',
  'follow.css',
  'remote.js',
  'talk.js',
  'remote.css',
];

/** Null for what is none. */
export function ownFile(path: string): Uint8Array | null {
  const name = path.startsWith('/-/') ? path.slice('/-/'.length) : '';
  return served.includes(name) ? Buffer.from(textOf(name)) : null;
}

/** A page of the preview itself: a template, filled. */
export function ownPage(name: string, view: object, status = 200): Answer {
  return { ...htmlAnswer(filled(name, view), status), headers: { 'Content-Security-Policy': policy } };
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function filled(name: string, view: object): string {
  const keeper = newTemplateKeeper();
  keeper.registerHelper(templateHelpers);
  return compileTemplate(keeper, textOf(name))(view);
}

const texts = new Map<string, string>();

function textOf(name: string): string {
  const text = texts.get(name) ?? readFileSync(join(packageRoot(), 'templates', 'preview', name), 'utf8');
  texts.set(name, text);
  return text;
}
