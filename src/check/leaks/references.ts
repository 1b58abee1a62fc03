/** References that pages are full of, and what they are to whoever looks for words. */
const usual: readonly (readonly [reference: string, meant: string])[] = [
  ['&quot;', ' '],
  ['&#x27;', "'"],
  ['&#39;', "'"],
  ['&gt;', ' '],
  ['&lt;', ' '],
  ['&amp;', ' '],
  ['&nbsp;', ' '],
];

/** The one of the usual references that stands at a place, if any. */
export function usualAt(text: string, at: number): (typeof usual)[number] | undefined {
  for (const one of usual) if (text.startsWith(one[0], at)) return one;
  return undefined;
}

/** A page in which no character is written in any other way than as one of the usual references. */
export function withUsualReferences(html: string): string {
  const text = withoutCodes(html);
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (!usualAt(text, at) && /[#\w]/.test(text.charAt(at + 1))) return meant(text);
  }
  return text;
}

/** The same without the usual references. */
export function withoutUsual(text: string): string {
  return text.replace(/&(?:#x27|#39|quot|gt|lt|amp|nbsp);/g, (one) => usualAt(one, 0)?.[1] ?? ' ');
}

const named: Readonly<Record<string, string>> = { apos: "'", shy: '' };

/** Codes and references to characters, which are letters themselves: those that pages have, others become blanks, and so do `<` and `>`. */
export function withoutReferences(html: string): string {
  return meant(withoutCodes(html));
}

function meant(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,31}));/gi, (_, ten, sixteen, name) => {
    if (name !== undefined) return named[name] ?? ' ';
    const point = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
    return point <= 0x10ffff ? withoutMarks(String.fromCodePoint(point)) : ' ';
  });
}

/** Addresses have codes in place of letters. */
function withoutCodes(html: string): string {
  for (let at = html.indexOf('%'); at >= 0; at = html.indexOf('%', at + 1)) {
    if (/^%[0-9a-f]{2}/i.test(html.slice(at, at + 3))) return html.replace(/(?:%[0-9a-f]{2})+/gi, decoded);
  }
  return html;
}

function decoded(codes: string): string {
  try {
    return withoutMarks(decodeURIComponent(codes));
  } catch {
    return codes;
  }
}

/** None of the marks of a page is a letter; and a sign that is written as a reference begins none. */
function withoutMarks(text: string): string {
  return text.replace(/[<>]/g, ' ').replaceAll('&', '+');
}
