#!/usr/bin/env node
// Starting is most of what `--help` costs: next to nothing is imported here, and each command loads only its own code.
import { expectShortLife } from './commands/engine.js';
import { keepCompiledCode } from './compiled-code.js';

const oldest = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `Deckhand needs Node.js ${oldest.join('.')} or newer, and this is ${process.versions.node}.\n  hint: Install the current version from nodejs.org.\n`,
  );
  process.exitCode = 3;
} else {
  // Until a command has said how it ended, it has not ended well.
  process.exitCode = 70;
  const args = process.argv.slice(2);
  const staysOn = args[0] === 'preview' || args.includes('--watch');
  if (!staysOn) expectShortLife();
  const interrupted = 130;
  keepCompiledCode(commandOf(args), (code) => code === 0 || (staysOn && code === interrupted));
  import('./commands/main.js').then(({ main }) => main(args));
}

/** The command among arguments, whatever is asked of it. */
function commandOf([first = '', ...others]: readonly string[]): string {
  const asksForHelp = others.some((one) => one === '--help' || one === '-h');
  return /^[a-z]+$/.test(first) && !asksForHelp ? first : 'help';
}
