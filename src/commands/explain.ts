import type { Entry } from '../diagnostics/catalogue/entry.js';
import { type Code, catalogue, topics } from '../diagnostics/catalogue.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { reportUsage } from './report.js';
import { wrapMarkdown } from './wrap.js';

const width = 80;

export async function runExplain(code: string | undefined): Promise<ExitCode> {
  if (code === undefined) {
    process.stdout.write(allCodes());
    return exitCodes.done;
  }
  // Copied out of a message, a code often brings its brackets along.
  const wanted = code.replace(/^\[|\]$/g, '');
  if (!Object.hasOwn(catalogue, wanted)) {
    const hint = didYouMeanHint(wanted, Object.keys(catalogue)) ?? '`deckhand explain` lists all codes.';
    await reportUsage(
      [diagnostic('usage/unknown-code', null, `No message has the code \`${wanted}\`.`, { hint })],
      'text',
    );
    return exitCodes.wrongUsage;
  }
  process.stdout.write(explanation(wanted, catalogue[wanted as Code]));
  return exitCodes.done;
}

/** What `deckhand explain` prints of a code. */
export function explanation(code: string, entry: Entry): string {
  return `${code} (${entry.severity})\n${entry.title}\n\n${wrapMarkdown(entry.explanation, width)}\n`;
}

/** Every code with its title, by what it is about. */
function allCodes(): string {
  const widest = Math.max(...Object.keys(catalogue).map((code) => code.length));
  const parts = topics.flatMap(({ name, entries }) => {
    const lines = Object.entries<Entry>(entries).map(
      ([code, { title }]) => `  ${code.padEnd(widest)}  ${title}`,
    );
    return lines.length === 0 ? [] : [`${name}\n${lines.join('\n')}\n`];
  });
  return `${parts.join('\n')}\n"deckhand explain CODE" says more about one.\n`;
}
