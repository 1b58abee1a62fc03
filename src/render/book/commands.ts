import type { Lab, LabStep } from '../../model/teaching.js';
import { plainText } from '../../parse/plain-text.js';
import { childInlines } from '../../parse/walk.js';
import type { Words } from '../../theme/words.js';

/** A command that labs use, and what it is for. */
export interface KeyCommand {
  readonly text: string;
  readonly why: string;
  /** "Lab 3". */
  readonly lab: string;
  /** The id of the lab's slide. */
  readonly slide: string;
}

/** As many stand on one page. */
const most = 40;

/**
 * The commands of labs for a page to keep: each program with its subcommand once, where a step first uses it and says why.
 * `docker run` and `docker build` are two, `docker run -d` and `docker run -it` are one.
 */
export function keyCommands(labs: readonly Lab[], { blocks }: Words): readonly KeyCommand[] {
  const found = new Map<string, KeyCommand>();
  for (const lab of labs) {
    for (const step of lab.steps) {
      const why = whyOf(step);
      if (why === '') continue;
      const text = firstCommand(step);
      if (text === null) continue;
      const key = nameOf(text);
      if (!found.has(key))
        found.set(key, { text, why, lab: `${blocks.lab} ${lab.number}`, slide: lab.slide });
    }
  }
  return [...found.values()].slice(0, most);
}

function firstCommand({ actions }: LabStep): string | null {
  for (const action of actions) {
    if (action.kind !== 'command' || action.hidden) continue;
    const line = action.lines[0]?.text.trim().split('\n')[0];
    if (line) return line;
  }
  return null;
}

/** The first sentence above the command. */
function whyOf({ why }: LabStep): string {
  const [first] = why;
  const words = first ? plainText(childInlines(first)).replaceAll(/\s+/g, ' ').trim() : '';
  return /^.*?[.:!?](?=\s|$)/.exec(words)?.[0]?.replace(/:$/, '.') ?? words;
}

/** Program and subcommand, without what is set before it: `FOO=1 sudo docker image ls -a` is `docker image`. */
function nameOf(command: string): string {
  const words = command.split(/\s+/).filter((word) => !/^(?:\w+=|sudo$)/.test(word));
  return words
    .filter((word) => /^[a-z][\w.-]*$/i.test(word))
    .slice(0, 2)
    .join(' ');
}
