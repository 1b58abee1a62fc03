import { type Holder, isHolder } from './holder.js';

/** The folder that holds the stage of the one build that may write to the target called `target`. */
export function lockName(target: string): string {
  return `.deckhand-${target}-lock`;
}

/** A stage that is not yet, or will not be, the one that counts. */
export function candidateName(target: string, holder: Holder): string {
  return `.deckhand-${target}-${holder}`;
}

/** The holder in the name of a candidate; null when the name is not one for this target. */
export function candidateHolder(target: string, name: string): Holder | null {
  const start = candidateName(target, '');
  const rest = name.slice(start.length);
  return name.startsWith(start) && isHolder(rest) ? rest : null;
}

/** Whether a name is one that builds leave behind, whatever target they had. */
export function isLeftOver(name: string): boolean {
  if (!name.startsWith('.deckhand-')) return false;
  return name.endsWith('-lock') || isHolder(name.split('-').slice(-4).join('-'));
}
