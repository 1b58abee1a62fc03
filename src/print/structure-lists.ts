import { isTag, type Kid, type Tag, type TagTree } from './tags.js';

const inLists = new Set(['LI', 'L', 'Caption']);
const inContents = new Set(['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']);

/**
 * A list consists of items, and an item of a label and a body, which Chromium leaves out.
 *
 *     L ─┬─ LI ─┬─ Lbl        L ─┬─ LI ─┬─ Lbl
 *        │      ├─ P      →      │      └─ LBody ─┬─ P
 *        │      └─ L             │                └─ L
 *        └─ Div                  └─ LI ── LBody ── Div
 */
export function mendLists(tree: TagTree): void {
  for (const list of tree.all('L')) {
    if (list.kids.some((kid) => isTag(kid) && (kid.role === 'Lbl' || kid.role === 'LBody')))
      pairUp(tree, list);
    if (list.kids.length === 0) tree.setRole(list, 'NonStruct');
    else if (list.kids.some((kid) => !isIn(inLists, kid))) {
      tree.setKids(
        list,
        list.kids.map((kid) => (isIn(inLists, kid) ? kid : tree.wrap('LI', [tree.wrap('LBody', [kid])]))),
      );
    }
  }
  for (const item of tree.all('LI')) {
    if (item.parent?.role !== 'L') {
      tree.setRole(item, 'NonStruct');
      continue;
    }
    const labels = item.kids.filter((kid) => isTag(kid) && kid.role === 'Lbl');
    const bodies = item.kids.filter((kid) => isTag(kid) && kid.role === 'LBody');
    const rest = item.kids.filter((kid) => !labels.includes(kid) && !bodies.includes(kid));
    if (rest.length > 0) tree.setKids(item, [...labels, ...bodies, tree.wrap('LBody', rest)]);
  }
  for (const body of tree.all('LBody')) if (body.parent?.role !== 'LI') tree.setRole(body, 'NonStruct');
}

/**
 * Terms and what they mean: every term begins an item. HTML may have boxes between.
 *
 *     L ─┬─ Lbl           L ─┬─ LI ─┬─ Lbl
 *        ├─ LBody     →      │      └─ LBody
 *        └─ Lbl              └─ LI ── Lbl
 */
function pairUp(tree: TagTree, list: Tag): void {
  const items: Kid[][] = [];
  for (const kid of list.kids) {
    const last = items.at(-1)?.at(-1);
    const begins = isTag(kid) && kid.role === 'Lbl' && !(last && isTag(last) && last.role === 'Lbl');
    if (begins || items.length === 0) items.push([kid]);
    else items.at(-1)?.push(kid);
  }
  tree.setKids(
    list,
    items.map((kids) => tree.wrap('LI', kids)),
  );
}

/** Contents: entries, each with a label and a reference. */
export function mendContents(tree: TagTree): void {
  for (const contents of tree.all('TOC')) {
    const fits = new Set(['TOC', 'TOCI', 'Caption']);
    if (contents.kids.every((kid) => isIn(fits, kid))) continue;
    tree.setKids(
      contents,
      contents.kids.map((kid) => (isIn(fits, kid) ? kid : tree.wrap('TOCI', [kid]))),
    );
  }
  for (const entry of tree.all('TOCI')) {
    if (entry.parent?.role !== 'TOC') tree.setRole(entry, 'NonStruct');
    else if (entry.kids.some((kid) => isTag(kid) && !inContents.has(kid.role))) {
      tree.setKids(
        entry,
        entry.kids.map((kid) =>
          !isTag(kid) || inContents.has(kid.role)
            ? kid
            : tree.wrap(kid.role === 'Link' ? 'Reference' : 'NonStruct', [kid]),
        ),
      );
    }
  }
}

function isIn(roles: ReadonlySet<string>, kid: Kid): boolean {
  return isTag(kid) && roles.has(kid.role);
}
