import { basename, join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Refusal } from './survey.js';
import type { Target } from './target.js';

/** Why a plan cannot be carried out, in words: one message for everything that stands against it. */
export function explainRefusal(target: Target, { path, why }: Refusal): Diagnostic {
  const place = join(target.shown, path);
  switch (why) {
    case 'stranger':
      return diagnostic(
        'output/strangers-file',
        null,
        `\`${place}\` is in the way: Deckhand has to write there and did not make what is there now. Nothing in the folder was changed.`,
        { hint: `Move \`${basename(path)}\` away, or build into another folder with \`-o\`.` },
      );
    case 'locked':
      return diagnostic(
        'output/not-writable',
        null,
        `The folder \`${place}\` cannot be written: you may not write there. Nothing in the folder was changed.`,
        { hint: 'Change who may write to it, or build into another folder with `-o`.' },
      );
    case 'disk':
      return diagnostic(
        'output/other-disk',
        null,
        `The folder \`${place}\` is another disk than \`${target.shown}\`, so that files cannot be put in place in one step. Nothing in the folder was changed.`,
        {
          hint: `Build into the other disk itself with \`-o ${place}\`, or into a folder that is all on one disk.`,
        },
      );
  }
}

/** A file that is not made any more and yet stays. */
export function leftBehind(target: Target, path: string): Diagnostic {
  return diagnostic(
    'output/left-behind',
    null,
    `\`${join(target.shown, path)}\` is not made any more. It was left where it is, because it could not be removed or is not what Deckhand wrote.`,
    { hint: 'Remove it yourself if nobody needs it.' },
  );
}

/** The worst: files were put in place, the system refused another, and then refused to have things as they were. */
export function halfDone(target: Target, code: string): Diagnostic {
  return diagnostic(
    'output/half-done',
    null,
    `The system stopped the work on \`${target.shown}\` half-way (${code}): some files there are new, some old.`,
    { hint: 'Look at the disk, then build again: that finishes the work.' },
  );
}
