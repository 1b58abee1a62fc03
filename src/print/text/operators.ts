/** What stands before an operator, as it is written: `/F4`, `12`, `<0037>`, `[(a) -20 (b)]`. */
export interface Operands {
  readonly count: number;
  readonly written: (index: number) => string;
  readonly number: (index: number) => number;
}

const blank = 1;
const delimiter = 2;

/** What characters end a name, a number or an operator. */
const kinds = new Uint8Array(256);
for (const one of '\0\t\n\f\r ') kinds[one.charCodeAt(0)] = blank;
for (const one of '()<>[]{}/%') kinds[one.charCodeAt(0)] = delimiter;

/** What is to be known of operators, by the key of each. A page has hundreds, and a text for each would be most of the work. */
export type OperatorTable<T> = ReadonlyMap<number, T>;

/** Of operators as they are written, of one to three letters: `{ Tj: … }`. */
export function operatorTable<T>(written: Readonly<Record<string, T>>): OperatorTable<T> {
  return new Map(Object.entries(written).map(([name, what]) => [keyOf(name, 0, name.length), what]));
}

/** A number for the letters of an operator. */
function keyOf(content: string, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at++) key = key * 256 + content.charCodeAt(at);
  return key;
}

/**
 * Reads a content stream, a byte a character. Most of a page is drawing, and its numbers are of no interest: so what stands
 * before an operator is taken out of the text only when it is asked for.
 *
 * @param table the operators that are told of
 */
export function readOperators<T>(
  content: string,
  table: OperatorTable<T>,
  tell: (what: T, operands: Operands) => void,
): void {
  /** Where the operands since the last operator begin and end. */
  const places: number[] = [];
  let count = 0;
  const written = (index: number) =>
    index < count ? content.slice(places[2 * index], places[2 * index + 1]) : '';
  const operands = {
    count: 0,
    written,
    number: (index: number) =>
      index < count ? numberIn(content, places[2 * index] as number, places[2 * index + 1] as number) : 0,
  };
  const { length } = content;
  for (let at = 0; at < length; ) {
    const code = content.charCodeAt(at);
    if (kinds[code] === blank) {
      at++;
      continue;
    }
    const end = tokenEnd(content, at, code);
    if (isOperator(code)) {
      const key = keyOf(content, at, end);
      const what = table.get(key);
      operands.count = count;
      if (what !== undefined) tell(what, operands);
      count = 0;
      at = key === imageData ? imageEnd(content, end) : end;
      continue;
    }
    if (code !== 0x25) {
      places[2 * count] = at;
      places[2 * count + 1] = end;
      count++;
    }
    at = end;
  }
}

const imageData = keyOf('ID', 0, 2);

/** The largest whole number below which all are exact, divided by ten. */
const exact = 2 ** 53 / 10;

/** A number as it is written. Nearly all are a few digits with a point among them, which a division makes the right number of. */
function numberIn(content: string, from: number, to: number): number {
  let at = content.charCodeAt(from) === 0x2d ? from + 1 : from;
  let digits = 0;
  let divisor = 0;
  for (; at < to && digits < exact; at++) {
    const code = content.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits = digits * 10 + code - 0x30;
      divisor *= 10;
    } else if (code === 0x2e && divisor === 0) divisor = 1;
    else break;
  }
  if (at < to || divisor > 1e22) return Number(content.slice(from, to));
  const size = divisor > 1 ? digits / divisor : digits;
  return content.charCodeAt(from) === 0x2d ? -size : size;
}

/** Letters, and the two marks that show text on the next line. */
function isOperator(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22;
}

/** The end of what begins at a place: of a string, an array or a dictionary as a whole. */
function tokenEnd(content: string, at: number, code: number): number {
  switch (code) {
    case 0x25: // %
      return endOf(content, '\n', at);
    case 0x28: // (
      return stringEnd(content, at);
    case 0x3c: // <
      return content.charCodeAt(at + 1) === code ? groupEnd(content, at + 2, '>>') : endOf(content, '>', at);
    case 0x5b: // [
      return groupEnd(content, at + 1, ']');
    default: {
      let end = at + 1;
      if (kinds[code] === delimiter && code !== 0x2f) return end;
      while (end < content.length && kinds[content.charCodeAt(end)] === 0) end++;
      return end;
    }
  }
}

function stringEnd(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const one = content[at];
    if (one === '\\') at++;
    else if (one === '(') depth++;
    else if (one === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

function groupEnd(content: string, from: number, close: string): number {
  for (let at = from; at < content.length; ) {
    if (content.startsWith(close, at)) return at + close.length;
    const code = content.charCodeAt(at);
    at = kinds[code] === blank ? at + 1 : tokenEnd(content, at, code);
  }
  return content.length;
}

function endOf(content: string, what: string, from: number): number {
  const found = content.indexOf(what, from);
  return found < 0 ? content.length : found + what.length;
}

/** The data of a picture within the stream is no text of it. */
function imageEnd(content: string, from: number): number {
  const found = /\sEI(?=\s|$)/g;
  found.lastIndex = from;
  return found.exec(content) ? found.lastIndex : content.length;
}

/** The bytes of a string as it is written, `(a\)b)` or `<0037>`, a byte a character. */
export function bytesOf(written: string): string {
  if (written.startsWith('(')) return unescaped(written.slice(1, -1));
  let bytes = '';
  let digits = 0;
  let byte = 0;
  for (let at = 1; at < written.length - 1; at++) {
    const digit = digitOf(written.charCodeAt(at));
    if (digit < 0) continue;
    byte = byte * 16 + digit;
    if (++digits % 2 === 1) continue;
    bytes += String.fromCharCode(byte);
    byte = 0;
  }
  return digits % 2 === 1 ? bytes + String.fromCharCode(byte * 16) : bytes;
}

/** What a hexadecimal digit counts; -1 for what is none. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, one?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return one === undefined ? '' : (escapes[one] ?? one);
  });
}

/** The strings of an array as it is written, and the numbers between them. */
export function partsOf(array: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 1; at < array.length - 1; ) {
    const code = array.charCodeAt(at);
    const end = kinds[code] === blank ? at + 1 : tokenEnd(array, at, code);
    if (kinds[code] !== blank) parts.push(array.slice(at, end));
    at = end;
  }
  return parts;
}
