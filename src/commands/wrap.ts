/**
 * Markdown paragraphs filled to a width. Lists, quotes, tables and indented or fenced code keep the lines they have.
 */
export function wrapMarkdown(text: string, width: number): string {
  let fenced = false;
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const fences = paragraph.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
      const keep = fenced || fences > 0 || /^(?: {4}|\s*(?:[-*+>|]|\d+[.)])(?:\s|$))/m.test(paragraph);
      if (fences % 2 === 1) fenced = !fenced;
      return keep ? paragraph : fill(paragraph, width);
    })
    .join('\n\n');
}

function fill(paragraph: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
