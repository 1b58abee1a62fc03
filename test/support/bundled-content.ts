import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from './deckhand.js';
import { filesIn } from './files-in.js';

export interface Built {
  /** `public/tour/labs.pdf` and so on. */
  readonly pdfs: readonly string[];
  read(pdf: string): Uint8Array;
}

/** All that comes with Deckhand, as one build makes it: the first test file that asks builds, and others wait for it. */
export async function builtContent(): Promise<Built> {
  const shared = realpathSync(inject('sharedFolder'));
  const out = join(shared, 'content');
  const [claim, failed] = [join(shared, 'claim'), join(shared, 'failed')];
  if (isFirst(claim)) {
    const run = await deckhand(['build', join(packageRoot(), 'content'), '-o', 'building'], { cwd: shared });
    if (run.code === 0) renameSync(join(shared, 'building'), out);
    else {
      mkdirSync(failed);
      throw new Error(run.stderr);
    }
  }
  while (!existsSync(out)) {
    if (existsSync(failed)) throw new Error('The bundled content does not build.');
    await setTimeout(200);
  }
  return {
    pdfs: filesIn(out).filter((file) => file.endsWith('.pdf')),
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
