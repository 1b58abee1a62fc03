import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from './deckhand.js';
import { filesIn } from './files-in.js';

export interface Built {
  /** What the build said of it. */
  readonly said: string;
  /** `public/tour/index.html` and so on. */
  readonly files: readonly string[];
  /** `public/tour/labs.pdf` and so on. */
  readonly pdfs: readonly string[];
  read(pdf: string): Uint8Array;
}

/**
 * All that comes with Deckhand, as one build makes it that minds warnings: the first test file that asks builds, and others
 * wait for it.
 */
export async function builtContent(): Promise<Built> {
  const shared = realpathSync(inject('sharedFolder'));
  const out = join(shared, 'content');
  const [claim, failed, said] = [join(shared, 'claim'), join(shared, 'failed'), join(shared, 'said')];
  if (isFirst(claim)) {
    const content = join(packageRoot(), 'content');
    const run = await deckhand(['build', content, '--strict', '-o', 'building'], { cwd: shared });
    if (run.code === 0) {
      writeFileSync(said, run.stderr);
      renameSync(join(shared, 'building'), out);
    } else {
      mkdirSync(failed);
      throw new Error(run.stderr);
    }
  }
  while (!existsSync(out)) {
    if (existsSync(failed)) throw new Error('The bundled content does not build.');
    await setTimeout(200);
  }
  const files = filesIn(out);
  return {
    said: readFileSync(said, 'utf8'),
    files,
    pdfs: files.filter((file) => file.endsWith('.pdf')),
    read: (pdf) => readFileSync(join(out, pdf)),
  };
}

/** Of all who ask, one makes the folder. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}
