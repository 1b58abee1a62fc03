import { Command, Option } from 'commander';
import { packageVersion } from '../package-root.js';
import type { ExitCode } from './exit-code.js';
import * as help from './help.js';

/**
 * The whole command line: names, flags and help. What a flag's value may be is checked by the command, so that all
 * wrong ones are told at once; what a command does is loaded when it runs.
 */
export function createProgram(ended: (code: ExitCode) => void): Command {
  const program = new Command('deckhand')
    .description(help.program.description)
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: false })
    // Mistakes are reported as diagnostics are, by whoever catches the error.
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText('after', help.program.after);

  contentCommand(program, 'build', help.build)
    .optionsGroup('What is made:')
    .addOption(list('--product <names>', help.flags.product))
    .option('--edition <name>', help.flags.edition)
    .option('--theme <name>', help.flags.theme)
    .option('--public', help.flags.public)
    .option('--single-file', help.flags.singleFile)
    .optionsGroup('Paper:')
    .option('--paper <size>', help.flags.paper)
    .option('--handout <n>', help.flags.handout)
    .option('--booklet', help.flags.booklet)
    .option('--range <numbers>', help.flags.range)
    .optionsGroup('Where and how:')
    .option('-o, --out <folder>', help.flags.out)
    .option('--root <folder>', help.flags.root)
    .option('--dialect <name>', help.flags.dialect)
    .option('--separator <pattern>', help.flags.separator)
    .option('--vertical-separator <pattern>', help.flags.verticalSeparator)
    .option('--notes-separator <pattern>', help.flags.notesSeparator)
    .option('--browser <path>', help.flags.browser)
    .option('--strict', help.flags.strict)
    .option('--watch', help.flags.watch)
    .option('--format <kind>', help.flags.format)
    .action(async (paths, flags) => {
      const { runBuild } = await import('./build.js');
      ended(await runBuild(paths, flags));
    });

  contentCommand(program, 'preview', help.preview)
    .option('--port <number>', help.flags.port)
    .option('--host [address]', help.flags.host)
    .option('--no-open', help.flags.open)
    .option('--present', help.flags.present)
    .option('--editor <name>', help.flags.editor)
    .optionsGroup('What is shown:')
    .option('--edition <name>', help.flags.edition)
    .option('--theme <name>', help.flags.theme)
    .option('--root <folder>', help.flags.root)
    .option('--dialect <name>', help.flags.dialect)
    .option('--separator <pattern>', help.flags.separator)
    .option('--vertical-separator <pattern>', help.flags.verticalSeparator)
    .option('--notes-separator <pattern>', help.flags.notesSeparator)
    .option('--browser <path>', help.flags.browser)
    .action(async (paths, flags) => {
      const { runPreview } = await import('./preview.js');
      ended(await runPreview(paths, flags));
    });

  contentCommand(program, 'check', help.check)
    .addOption(list('--product <names>', help.flags.product))
    .option('--edition <name>', help.flags.edition)
    .option('--theme <name>', help.flags.theme)
    .option('--root <folder>', help.flags.root)
    .option('--dialect <name>', help.flags.dialect)
    .option('--separator <pattern>', help.flags.separator)
    .option('--vertical-separator <pattern>', help.flags.verticalSeparator)
    .option('--notes-separator <pattern>', help.flags.notesSeparator)
    .option('--browser <path>', help.flags.browser)
    .option('--strict', help.flags.strict)
    .option('--format <kind>', help.flags.format)
    .action(async (paths, flags) => {
      const { runCheck } = await import('./check.js');
      ended(await runCheck(paths, flags));
    });

  command(program, 'init', help.init)
    .argument('[folder]', 'the new folder; default: the working folder, if it is empty')
    .action(async (folder) => {
      const { runInit } = await import('./init.js');
      ended(await runInit(folder));
    });

  const themes = command(program, 'themes', help.themes)
    .option('--gallery', help.flags.gallery)
    .option('-o, --out <folder>', help.flags.galleryOut)
    .option('--lang <tag>', help.flags.galleryLang)
    .option('--browser <path>', help.flags.galleryBrowser)
    .option('--no-open', help.flags.galleryOpen)
    .action(async (flags) => {
      if (flags.gallery === true) {
        const { runGallery } = await import('./gallery.js');
        ended(await runGallery(flags));
        return;
      }
      const { runThemes } = await import('./themes.js');
      ended(await runThemes(flags));
    });
  command(themes, 'new', help.newTheme)
    .argument('<name>', 'small letters, digits and hyphens')
    .argument('[folder]', 'where the folder of the theme goes; default: themes/')
    .action(async (name, folder) => {
      const { runNewTheme } = await import('./themes.js');
      ended(await runNewTheme(name, folder));
    });

  command(program, 'explain', help.explain)
    .argument('[code]', 'the code at the end of a message, such as deck/unknown-key')
    .action(async (code) => {
      const { runExplain } = await import('./explain.js');
      ended(await runExplain(code));
    });

  command(program, 'doctor', help.doctor)
    .option('--browser <path>', help.flags.browser)
    .action(async (flags) => {
      const { runDoctor } = await import('./doctor.js');
      ended(await runDoctor(flags));
    });

  program
    .command('help')
    .summary('the help of a command')
    .argument('[command]')
    .action((name) => {
      const named = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (named === undefined)
        program.error(`unknown command '${name}'`, { code: 'commander.unknownCommand' });
      else named.help();
    });

  return program;
}

function command(program: Command, name: string, words: help.Words): Command {
  const made = program.command(name).summary(words.summary).description(words.description);
  return made.helpOption('-h, --help', 'print this help').addHelpText('after', words.after);
}

function contentCommand(program: Command, name: string, words: help.Words): Command {
  return command(program, name, words).argument(
    '[paths...]',
    'files and folders; default: the working folder',
  );
}

/** A flag with several values: `--product deck,slides` and `--product deck --product slides` alike. */
function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] = []) => [
    ...before,
    ...value.split(','),
  ]);
}
