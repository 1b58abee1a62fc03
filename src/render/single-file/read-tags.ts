import { Parser } from 'htmlparser2';

/** A tag that opens an element of a page, and where it stands. */
export interface PageTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** Whether it ends in `/>`, as drawings do it. */
  readonly isClosed: boolean;
  /** Where the element ends. */
  close: number;
}

/** All opening tags of a page in their order, and where its head ends. Names stay as they are: drawings have capitals. */
export function readTags(html: string): { readonly tags: readonly PageTag[]; readonly headEnd: number } {
  const tags: PageTag[] = [];
  const open: PageTag[] = [];
  let headEnd = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const end = parser.endIndex + 1;
        const isClosed = html[end - 2] === '/';
        const tag = { name, attributes, start: parser.startIndex, end, isClosed, close: end };
        tags.push(tag);
        open.push(tag);
      },
      onclosetag(name) {
        if (name === 'head') headEnd = parser.startIndex;
        const tag = open.pop();
        if (tag) tag.close = parser.endIndex + 1;
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return { tags, headEnd };
}
