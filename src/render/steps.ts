import render from 'dom-serializer';
import { type Element, isTag } from 'domhandler';
import { findAll, getAttributeValue } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * A slide in each of its states: before the first click, after it, and so on, in reveal.js' order: fragments with an
 * index first, by index, then the others one by one. A slide without fragments has one state.
 *
 * @param html a slide in its first state
 */
export function slideStates(html: string): readonly string[] {
  const count = groupsOf(parse(html)).length;
  return Array.from({ length: count + 1 }, (_, shown) => {
    const document = parse(html);
    const groups = groupsOf(document);
    for (const fragment of groups.slice(0, shown).flat()) addClass(fragment, 'visible');
    for (const fragment of groups[shown - 1] ?? []) addClass(fragment, 'current-fragment');
    for (const figure of all(document, 'has-steps')) {
      const passed = groups.slice(0, shown).flat();
      const last = all(figure, 'code-step')
        .filter((step) => passed.includes(step))
        .at(-1);
      focus(figure, getAttributeValue(last ?? figure, 'data-lines') ?? 'all');
    }
    return render(document, { encodeEntities: 'utf8' });
  });
}

type Tree = ReturnType<typeof parse>;

function parse(html: string) {
  return parseDocument(html);
}

function groupsOf(document: Tree): Element[][] {
  const fragments = all(document, 'fragment');
  const indexed = new Map<number, Element[]>();
  const others: Element[][] = [];
  for (const fragment of fragments) {
    const index = getAttributeValue(fragment, 'data-fragment-index');
    if (index === undefined) others.push([fragment]);
    else indexed.set(Number(index), [...(indexed.get(Number(index)) ?? []), fragment]);
  }
  const ordered = [...indexed].sort(([one], [other]) => one - other).map(([, group]) => group);
  return [...ordered, ...others];
}

function all(tree: Tree | Element, name: string): Element[] {
  return findAll((node) => isTag(node) && classesOf(node).includes(name), tree.children);
}

function classesOf(element: Element): readonly string[] {
  return (getAttributeValue(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

function addClass(element: Element, name: string): void {
  element.attribs.class = [...classesOf(element), name].join(' ');
}

/** Puts the lines of a step into focus; `all` dims none. */
function focus(figure: Element, lines: string): void {
  const wanted = lines === 'all' ? null : new Set(lines.split(','));
  for (const line of all(figure, 'line')) {
    const rest = classesOf(line).filter((name) => name !== 'focus' && name !== 'dim');
    const state =
      wanted === null ? [] : [wanted.has(getAttributeValue(line, 'data-line') ?? '') ? 'focus' : 'dim'];
    line.attribs.class = [...rest, ...state].join(' ');
  }
}
