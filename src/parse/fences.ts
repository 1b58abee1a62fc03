/** The opening of a fence, behind the marks of quotes and lists it may stand in; its first group is the fence. */
const opening = /^[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;

/** The fence that a line opens, as "```"; null for any other line. */
export function openedFence(line: string): string | null {
  return opening.exec(line)?.[1] ?? null;
}

/** Whether a line closes a fence. */
export function closesFence(line: string, fence: string): boolean {
  const text = line.replace(/^[ \t>]*/, '').trimEnd();
  return text.length >= fence.length && text === (fence[0] ?? '').repeat(text.length);
}
