import fc from 'fast-check';
import { documents } from './documents.js';
import { openDrawing, statements } from './statements.js';

/** The long run: `npm run fuzz`, `npm run fuzz -- 2000`, `npm run fuzz -- 2000 SEED`. */
const total = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
if (!Number.isInteger(total) || total < 1 || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run fuzz -- [DOCUMENTS] [SEED]\n');
  process.exit(2);
}
const write = (line: string) => process.stdout.write(`${line}\n`);
const drawing = openDrawing();
let failed = 0;
write(`${total} documents, seed ${seed}`);
for (const [index, { says, holds }] of statements.entries()) {
  // The documents are shared out among the statements.
  const numRuns = Math.floor(total / statements.length) + (index < total % statements.length ? 1 : 0);
  if (numRuns === 0) continue;
  let done = 0;
  const every = Math.max(1, Math.floor(numRuns / 10));
  const property = fc.asyncProperty(documents(), async (text) => {
    if (++done % every === 0 && done <= numRuns) write(`  ${done} of ${numRuns}`);
    await holds(text, drawing);
  });
  write(`${says}:`);
  const result = await fc.check(property, { numRuns, seed });
  if (!result.failed) continue;
  failed++;
  write(
    `  does not hold: ${String(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance)}`,
  );
  write(`  after ${result.numRuns} documents, seed ${result.seed}, shrunken to:`);
  write(JSON.stringify(result.counterexample?.[0]));
}
drawing.end();
write(failed === 0 ? 'All statements hold.' : `${failed} of ${statements.length} statements do not hold.`);
process.exitCode = failed === 0 ? 0 : 1;
