import { realpathSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { isLoopback } from '../serve/host.js';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.js';
import { readFlags, type WrittenFlags } from './flags.js';
import { interruptible } from './interruption.js';
import { openBrowser } from './open-browser.js';
import { countLine, report, reportUsage } from './report.js';

/** The flags of `preview` beside those that it shares. */
interface PreviewFlags extends WrittenFlags {
  readonly port?: string;
  /** True for the flag without an address. */
  readonly host?: string | true;
  readonly open: boolean;
  readonly present?: boolean;
  readonly editor?: string;
}

const standardPort = 4300;

export async function runPreview(paths: readonly string[], flags: PreviewFlags): Promise<ExitCode> {
  const { value: asked, diagnostics } = readFlags(paths, flags);
  const { editors, startPreview } = await import('../preview/preview.js');
  const port = flags.port === undefined ? standardPort : Number(flags.port);
  const editor = editors.find((one) => one === (flags.editor ?? 'vscode'));
  const wrong: Diagnostic[] = [...diagnostics];
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    wrong.push(badValue('--port', flags.port, 'It takes a number up to 65535; 0 is any that is free.'));
  }
  if (editor === undefined) wrong.push(badValue('--editor', flags.editor, `It takes ${editors.join(', ')}.`));
  if (wrong.length > 0 || editor === undefined) {
    await reportUsage(wrong, 'text');
    return exitCodes.wrongUsage;
  }
  const host = flags.host === undefined ? '127.0.0.1' : flags.host === true ? '0.0.0.0' : flags.host;
  const cwd = realpathSync.native(process.cwd());
  return interruptible(async (signal) => {
    let said = '';
    const preview = await startPreview({
      build: { ...asked.options, cwd, signal },
      cwd,
      host,
      port,
      present: flags.present === true,
      editor,
      changed: ({ diagnostics: now, sources }, milliseconds) => {
        const line = now.length === 0 ? 'Nothing is wrong.' : countLine(now);
        process.stderr.write(`${clock()} shown in ${Math.ceil(milliseconds)} ms. ${line}\n`);
        tell(now, sources);
      },
      failed: (error) => {
        // Whoever ends the preview ends what it is about to print.
        if (!signal.aborted) throw error;
      },
    });
    if (preview === null) {
      await reportUsage(
        [badValue('--port', String(port), 'It is taken, and so are the ports after it.')],
        'text',
      );
      return exitCodes.wrongUsage;
    }
    if ('outcome' in preview) {
      await report(preview, 'text');
      return exitCodeOf(preview.outcome);
    }
    await tell(preview.state.diagnostics, preview.state.sources);
    if (port !== 0 && preview.port !== port) {
      process.stderr.write(`Port ${port} is taken; this is on ${preview.port}.\n`);
    }
    process.stdout.write(`Preview at ${preview.address}\n`);
    if (preview.elsewhere !== null) {
      process.stderr.write(
        `warning Others of the network can reach this preview. With this address they see everything, notes included:\n  ${preview.elsewhere}\n`,
      );
    } else if (flags.present === true && isLoopback(host)) {
      process.stderr.write('Phones cannot reach this preview: add `--host` to let the network in.\n');
    }
    process.stderr.write('Ctrl-C ends it.\n');
    if (flags.open) openBrowser(preview.address);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await preview.end();
    return exitCodes.interrupted;

    /** What is wrong is said once, not with every save. */
    async function tell(now: readonly Diagnostic[], sources: ReadonlyMap<string, string>): Promise<void> {
      const words = JSON.stringify(now);
      if (words === said) return;
      said = words;
      if (now.length === 0) return;
      const { formatText } = await import('../diagnostics/format-text.js');
      const colour = process.stderr.isTTY === true && process.stderr.hasColors();
      const errors = now.filter(({ severity }) => severity === 'error');
      const shown = (errors.length > 0 ? errors : now).slice(0, mostSaid);
      process.stderr.write(shown.map((one) => `${formatText(one, sources, { colour })}\n`).join('\n'));
      if (shown.length < now.length) {
        process.stderr.write(`… and ${now.length - shown.length} more, on the page.\n`);
      }
    }
  });
}

/** The terminal is brief; the page shows all of them. */
const mostSaid = 3;

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}

function badValue(flag: string, value: string | undefined, hint: string): Diagnostic {
  return diagnostic('usage/bad-value', null, `\`${value}\` is no value for \`${flag}\`.`, { hint });
}
