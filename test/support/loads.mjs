/**
 * Loaded before a program by `node --import`, this writes the address of each module that the program loads to the
 * file that `LOADS_LOG` names.
 */

import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

export function load(url, context, nextLoad) {
  appendFileSync(process.env.LOADS_LOG, `${url}\n`);
  return nextLoad(url, context);
}
