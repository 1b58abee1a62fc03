import { hashOf } from './hash.js';
import { type Holder, isHolder } from './holder.js';

/** The folder that holds the stage of the one build that may write to the target called `target`. */
export function lockName(target: string): string {
  return `.deckhand-${short(target)}-lock`;
}

/** A stage that is not yet, or will not be, the one that counts. */
export function candidateName(target: string, holder: Holder): string {
  return `.deckhand-${short(target)}-${holder}`;
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

/** Names may be 255 bytes long: one that is nearly so leaves no room for ours around it. */
function short(target: string): string {
  const bytes = Buffer.from(target);
  return bytes.length <= 150 ? target : hashOf(bytes);
}
