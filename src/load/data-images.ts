import { type ImageHead, imageHead } from './image-head.js';

/** A picture in a text, and where its `data:…;base64,` stands. */
export interface DataImage {
  readonly head: ImageHead;
  readonly start: number;
  readonly end: number;
}

/** Finds the pictures that Markdown, HTML, CSS or SVG carries in base64. */
export function* dataImages(text: string): Generator<DataImage> {
  const address = /data:image\/[^,"')]{1,100};base64,/gi;
  const other = /[^\w+/=\s]/g;
  for (let found = address.exec(text); found !== null; found = address.exec(text)) {
    const start = found.index;
    const end = address.lastIndex;
    // Its end is looked for on its own: one expression over megabytes of base64 overflows the stack.
    other.lastIndex = end;
    const stop = other.exec(text)?.index ?? text.length;
    const head = imageHead(Buffer.from(text.slice(end, stop), 'base64'));
    if (head !== null) yield { head, start, end };
    address.lastIndex = stop;
  }
}
