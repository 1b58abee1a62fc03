import { type AnyNode, hasChildren } from 'domhandler';

/** How deep elements may stand in one another: what cleans HTML calls itself for each level. */
export const deepest = 250;

/** Whether elements are nested deeper than that. Counted level by level, since a call for each would be too deep itself. */
export function isTooDeep(document: AnyNode): boolean {
  let level = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => (hasChildren(node) ? node.children : []));
  }
  return false;
}
