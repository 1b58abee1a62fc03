import type { Command, CommanderError } from 'commander';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';

/** What commander refused, in our words. Its errors carry what is meant in their message, in single quotes. */
export function usageProblem(error: CommanderError, program: Command, args: readonly string[]): Diagnostic {
  const command = program.commands.find((one) => one.name() === args[0]) ?? program;
  const said = command === program ? '`deckhand`' : `\`deckhand ${command.name()}\``;
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const help = `\`deckhand ${command === program ? '' : `${command.name()} `}--help\``;

  switch (error.code) {
    case 'commander.unknownCommand': {
      const names = program.commands.map((one) => one.name());
      const hint = didYouMeanHint(word, names) ?? pathHint(word);
      return diagnostic('usage/unknown-command', null, `There is no command \`${word}\`.`, {
        hint: hint ?? `The commands are ${names.join(', ')}; ${help} says what they do.`,
      });
    }
    case 'commander.unknownOption': {
      const flag = word.split('=')[0] as string;
      const flags = command.options
        .flatMap((one) => [one.long, one.short])
        .filter((one) => typeof one === 'string');
      return diagnostic('usage/unknown-flag', null, `${said} has no flag \`${flag}\`.`, {
        hint: (flag.startsWith('--') ? didYouMeanHint(flag, flags) : null) ?? `${help} lists the flags.`,
      });
    }
    case 'commander.optionMissingArgument': {
      const flag = word.split(/[ ,]+/).find((one) => one.startsWith('--')) ?? word;
      return diagnostic('usage/missing-value', null, `The flag \`${flag}\` needs a value.`, {
        hint: `${help} says which.`,
      });
    }
    case 'commander.excessArguments':
      return diagnostic('usage/too-many-words', null, `${said} takes fewer words than it was given.`, {
        hint: `${help} says which; a name with spaces goes into quotes.`,
      });
    default:
      throw error;
  }
}

/** Who writes `deckhand talk.md` means to build it. */
function pathHint(word: string): string | null {
  return /[./\\]/.test(word) ? `To build a file or folder: \`deckhand build ${word}\`.` : null;
}
