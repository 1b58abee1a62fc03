import { newTalk } from '../init/new-talk.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { reportUsage } from './report.js';

export async function runInit(folder: string | undefined): Promise<ExitCode> {
  const made = await newTalk(folder ?? null, process.cwd());
  if ('code' in made) {
    await reportUsage([made], 'text');
    return exitCodes.wrongUsage;
  }
  const here = made.folder === '.';
  process.stdout.write(
    [
      `Wrote a talk into ${here ? 'this folder' : made.folder}:`,
      ...made.files.map((file) => `  ${file}`),
      '',
      'Now build it:',
      ...(here ? [] : [`  cd ${shellWord(made.folder)}`]),
      '  deckhand build',
      '',
      'and open dist/public/index.html.',
      '',
    ].join('\n'),
  );
  return exitCodes.done;
}

/** A name as it can be typed after a prompt. */
function shellWord(name: string): string {
  return /^[\w./~@%+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
