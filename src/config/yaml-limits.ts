/** Settings are a page of text. Beyond this they are a mistake, or somebody's attempt. */
const mostCharacters = 1_000_000;

/** The parser calls itself for every level; settings of ours have five. */
const deepest = 100;

interface Limit {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/**
 * What in a YAML text is beyond its limits, or null. Looked at before parsing: the parser of `yaml` meets
 * thousands of levels with a stack overflow that in places ends the process.
 */
export function yamlLimit(text: string): Limit | null {
  if (text.length > mostCharacters) {
    return {
      start: 0,
      end: endOfLine(text, 0),
      message: 'These settings are longer than 1,000,000 characters.',
    };
  }
  const message = `These settings are nested deeper than ${deepest} levels.`;
  const indented = deepBlock.exec(text);
  if (indented !== null) return { start: indented.index, end: endOfLine(text, indented.index), message };
  const bracket = deepBracket(text);
  return bracket === null ? null : { start: bracket, end: bracket + 1, message };
}

/** Each level of a block takes at least one column: an indent, or a mark such as `- ` that stands before its value. */
const deepBlock = new RegExp(`^[ \\t?:-]{${2 * deepest},}`, 'm');

/** Counts brackets wherever they stand; text that holds a hundred more open than closed ones is none of ours. */
function deepBracket(text: string): number | null {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return index;
  }
  return null;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
