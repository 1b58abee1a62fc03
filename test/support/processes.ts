import { readdirSync, readFileSync } from 'node:fs';

/** Processes whose command line contains all the words, by id. Linux only. */
export function processesWith(...words: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      const line = read(`/proc/${id}/cmdline`).replaceAll('\0', ' ');
      return words.every((word) => line.includes(word)) && !/\) Z /.test(read(`/proc/${id}/stat`));
    });
}

/** All that a process has started, and what that has started, by parents and by groups of processes. Linux only. */
export function descendantsOf(id: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [, rest] = read(`/proc/${name}/stat`).split(/\) (?=[A-Z] )/);
      const [state, parent, group] = rest?.split(' ') ?? [];
      return state === undefined || state === 'Z'
        ? []
        : { id: Number(name), parent: Number(parent), group: Number(group) };
    });
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const one of all) if (found.has(one.parent) || found.has(one.group)) found.add(one.id);
  }
  found.delete(id);
  return [...found];
}

/** Whether a process is there, and is more than what its parent has not yet heard of. */
export function isAlive(id: number): boolean {
  const stat = read(`/proc/${id}/stat`);
  return stat !== '' && !/\) Z /.test(stat);
}

/** Ended while it was looked at: nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
