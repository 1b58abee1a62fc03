import { packageVersion } from '../package-root.js';

/** What is said when Deckhand itself failed. The stack is for those who ask for it. */
export function describeBug(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [
    `Deckhand has failed, and not because of your files: ${message}`,
    '  This is a bug of ours. Your last good output is as it was.',
    `  Please report the line above, the command you ran, and: deckhand ${packageVersion()}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}.`,
  ];
  if (process.env.DEBUG) lines.push(error instanceof Error ? (error.stack ?? message) : message);
  else lines.push('  With the variable DEBUG=deckhand set, the same command also prints where it happened.');
  return `${lines.join('\n')}\n`;
}
