import { type Kept, nothingKept } from './kept.js';

/** For a preview, which reads the same deck again and again. */
export function newKept(): Kept {
  return nothingKept;
}
