import { parseDuration } from '../config/duration.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { AttributePair, Block, Code } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { walkBlocks } from '../parse/walk.js';
import { expectedOutput, isCommand } from './lab-parts.js';
import type { Action, Command, CommandLine, FileWrite } from './teaching.js';

const matches = ['lines', 'exact', 'contains', 'regex', 'none'] as const;
/** A command that says nothing of it may take this long. */
const standardTimeout = 30;

/** What the fences among some blocks run and write, in reading order. */
export function actionsIn(blocks: readonly Block[], notice: (one: Diagnostic) => void): readonly Action[] {
  const found: Action[] = [];
  const all = walkBlocks(blocks);
  for (const [index, block] of all.entries()) {
    if (block.type !== 'code') continue;
    const write = attribute(block.attributes, 'write');
    if (write) {
      const made = fileWrite(block, write, notice);
      if (made) found.push(made);
    } else if (isCommand(block)) {
      const next = all[index + 1];
      const output =
        next?.type === 'container' && next.name === expectedOutput ? next.children[0] : undefined;
      found.push(command(block, output?.type === 'code' ? output.text : null, notice));
    }
  }
  return found;
}

function fileWrite(code: Code, pair: AttributePair, notice: (one: Diagnostic) => void): FileWrite | null {
  const path = pair.value ?? '';
  if (path === '' || /^(?:[\\/~]|[A-Za-z]:)|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(path)) {
    notice(badValue(pair, 'a path inside the lab’s folder', '`write=app/Dockerfile`'));
    return null;
  }
  return { kind: 'write', span: code.span, path, text: code.text, language: code.language };
}

function command(code: Code, output: string | null, notice: (one: Diagnostic) => void): Command {
  const { attributes, text } = code;
  const language = code.language?.toLowerCase() as Command['language'];
  const read = <T>(key: string, standard: T, expected: string, parse: (written: string) => T | null): T => {
    const pair = attribute(attributes, key);
    if (!pair) return standard;
    const value = parse(pair.value ?? '');
    if (value === null) notice(badValue(pair, expected, `\`${key}=${examples[key] ?? ''}\``));
    return value ?? standard;
  };
  const lines = language === 'console' ? consoleLines(text) : [{ text, output: null, line: 0 }];
  const background = hasWord(attributes, 'background');
  const port = read('until-port', null, 'the number of a port', portOf);
  return {
    kind: 'command',
    span: code.span,
    language,
    lines: output === null ? lines : withOutput(lines, output),
    exit: read('exit', [0] as Command['exit'], '`any` or exit codes', exitCodes),
    match: read(
      'match',
      'lines' as Command['match'],
      `one of ${matches.join(', ')}`,
      (written) => matches.find((one) => one === written) ?? null,
    ),
    timeout: read('timeout', standardTimeout, 'a length of time', parseDuration),
    retry: read('retry', null, 'a number of times and a pause', retryOf),
    background: background ? { until: attribute(attributes, 'until')?.value ?? null, port } : null,
    needs: listOf(attribute(attributes, 'needs')),
    skip: read('skip', null, 'a reason', (written) => written.trim() || null),
    manual: hasWord(attributes, 'manual'),
    always: hasWord(attributes, 'always'),
    hidden: hasWord(attributes, 'hidden'),
    verify: hasWord(attributes, 'verify'),
  };
}

const examples: Readonly<Record<string, string>> = {
  exit: '1,137',
  match: 'contains',
  timeout: '30s',
  retry: '10x2s',
  'until-port': '8080',
  skip: '"needs a cluster"',
};

function badValue(pair: AttributePair, expected: string, example: string): Diagnostic {
  return diagnostic(
    'lab/bad-value',
    pair.span,
    `\`${pair.key}\` should be ${expected}, not \`${pair.value ?? ''}\`.`,
    {
      hint: `Write it as in ${example}.`,
    },
  );
}

/**
 * `$ ` starts a command, `> ` goes on with it, everything else is what it prints.
 *
 *     $ docker run \
 *     > hello          one command
 *     Hello!           what it prints
 */
function consoleLines(text: string): readonly CommandLine[] {
  const found: { text: string; output: string[]; line: number }[] = [];
  for (const [line, written] of text.split('\n').entries()) {
    const last = found.at(-1);
    const start = /^\$ ?(.*)$/.exec(written);
    const more = /^> ?(.*)$/.exec(written);
    if (start) found.push({ text: start[1] ?? '', output: [], line });
    else if (more && last && last.output.length === 0) last.text += `\n${more[1]}`;
    else last?.output.push(written);
  }
  return found.map((one) => ({
    ...one,
    output: one.output.some((written) => written.trim() !== '') ? one.output.join('\n') : null,
  }));
}

/** A fence of output below is what the last command prints. */
function withOutput(lines: readonly CommandLine[], output: string): readonly CommandLine[] {
  return lines.map((line, index) =>
    index === lines.length - 1 ? { ...line, output: line.output ?? output } : line,
  );
}

function exitCodes(written: string): Command['exit'] | null {
  if (written === 'any') return 'any';
  const codes = written.split(',').map((one) => (/^\s*\d{1,3}\s*$/.test(one) ? Number(one) : 256));
  return codes.every((code) => code < 256) ? codes : null;
}

function portOf(written: string): number | null {
  return /^\d{1,5}$/.test(written) && Number(written) > 0 && Number(written) < 65_536
    ? Number(written)
    : null;
}

function retryOf(written: string): Command['retry'] {
  const [, times = '', pause = ''] = /^(\d{1,4})x(.+)$/.exec(written) ?? [];
  const every = parseDuration(pause);
  return every === null || Number(times) < 1 ? null : { times: Number(times), every };
}

/** `docker,kubectl` or `docker kubectl`. */
export function listOf(pair: AttributePair | null): readonly string[] {
  return (pair?.value ?? '').split(/[\s,]+/).filter((one) => one !== '');
}
