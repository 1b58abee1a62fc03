import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Attempt } from '../../src/output/attempt.js';
import { withTarget } from '../../src/output/lock.js';
import type { Plan } from '../../src/output/plan.js';
import type { ProductFile } from '../../src/output/product-file.js';
import { type Published, publish } from '../../src/output/publish.js';
import { openTarget, type Target } from '../../src/output/target.js';

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-output-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file of a product: a page when its name ends like one. */
export function made(path: string, text: string): ProductFile {
  return { path, bytes: Buffer.from(text), kind: /\.(?:html|pdf)$/.test(path) ? 'page' : 'asset' };
}

/** A plan from texts by path, by owner: `{ 'talk:deck': { 'public/talk/index.html': 'hello' } }`. */
export function planOf(
  owners: Record<string, Record<string, string>>,
  more: Partial<Omit<Plan, 'made'>> = {},
): Plan {
  const files = Object.entries(owners).map(
    ([owner, texts]) => [owner, Object.entries(texts).map(([path, text]) => made(path, text))] as const,
  );
  return { made: new Map(files), gone: [], decks: new Map(), prints: new Map(), ...more };
}

/** Opens a target that is expected to be a good one. */
export function opened(path: string): Target {
  const attempt = openTarget(path, { cwd: dirname(path), sources: [] });
  if (attempt.failure !== null) throw new Error(attempt.diagnostics.map((one) => one.message).join('\n'));
  return attempt.value;
}

/** One whole build into a folder, as the pipeline does it. */
export async function build(path: string, plan: Plan, signal?: AbortSignal): Promise<Attempt<Published>> {
  const target = openTarget(path, { cwd: dirname(path), sources: [] });
  if (target.failure !== null) return target;
  const held = await withTarget(target.value, (one) => publish(one, plan, signal));
  return held.failure === null ? held.value : held;
}

/** Puts files into a folder as somebody else would. */
export function scatter(folder: string, texts: Record<string, string>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Everything below a folder, by path: texts of files, `→ …` for links, `/` for empty folders. */
export function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (at: string) => {
    const entries = readdirSync(join(folder, at), { withFileTypes: true });
    if (entries.length === 0 && at !== '') found[at] = '/';
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isSymbolicLink()) found[path] = `→ ${readlinkSync(join(folder, path))}`;
      else if (entry.isDirectory()) walk(path);
      else found[path] = readFileSync(join(folder, path), 'utf8');
    }
  };
  walk('');
  return found;
}

/** The same without the manifest, for tests that are about the rest. */
export function products(folder: string): Record<string, string> {
  const { '.deckhand.json': _, ...rest } = contents(folder);
  return rest;
}
