/** An operand: a number, a name (`/P`), a string as its bytes, or what a list or a dictionary holds, in order. */
export type Operand = number | string | Uint8Array | readonly Operand[];

export interface Instruction {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** Reads the content of a page: operators, each with what stands before it. */
export function readContent(bytes: Uint8Array): Instruction[] {
  const found: Instruction[] = [];
  let at = 0;
  let operands: Operand[] = [];
  const byte = () => bytes[at] ?? -1;
  const is = (text: string) =>
    [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

  function skipSpace(): void {
    while (at < bytes.length) {
      if (is('%')) while (at < bytes.length && byte() !== 10 && byte() !== 13) at++;
      else if (space.has(byte())) at++;
      else return;
    }
  }

  function word(): string {
    const start = at;
    while (at < bytes.length && !space.has(byte()) && !delimiters.has(byte())) at++;
    if (at === start) throw new Error(`Byte ${at} of a content stream is none that may stand there.`);
    return Buffer.from(bytes.subarray(start, at)).toString('latin1');
  }

  function list(end: string): Operand[] {
    const items: Operand[] = [];
    for (skipSpace(); !is(end); skipSpace()) {
      if (at >= bytes.length) throw new Error(`A content stream ends before \`${end}\`.`);
      items.push(operand() ?? word());
    }
    at += end.length;
    return items;
  }

  function literal(): Uint8Array {
    const text: number[] = [];
    const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    for (let depth = 1; ; at++) {
      if (at >= bytes.length) throw new Error('A content stream ends within a string.');
      if (is('\\')) {
        at++;
        const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'))?.[0];
        if (octal !== undefined) {
          text.push(Number.parseInt(octal, 8));
          at += octal.length - 1;
        } else text.push(escapes[String.fromCharCode(byte())] ?? byte());
        continue;
      }
      if (is('(')) depth++;
      if (is(')') && --depth === 0) break;
      text.push(byte());
    }
    at++;
    return Uint8Array.from(text);
  }

  function hexadecimal(): Uint8Array {
    const end = bytes.indexOf(0x3e, at);
    const digits = Buffer.from(bytes.subarray(at, end)).toString('latin1').replace(/\s/g, '');
    at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  /** Undefined when an operator comes. */
  function operand(): Operand | undefined {
    if (is('<<')) {
      at += 2;
      return list('>>');
    }
    if (is('[')) {
      at++;
      return list(']');
    }
    if (is('(')) {
      at++;
      return literal();
    }
    if (is('<')) {
      at++;
      return hexadecimal();
    }
    if (is('/')) {
      at++;
      return space.has(byte()) || delimiters.has(byte()) ? '/' : `/${word()}`;
    }
    if (/[-+.\d]/.test(String.fromCharCode(byte()))) return Number(word());
    return undefined;
  }

  for (skipSpace(); at < bytes.length; skipSpace()) {
    const one = operand();
    if (one !== undefined) {
      operands.push(one);
      continue;
    }
    const operator = word();
    if (operator === 'ID') {
      // What follows is the picture itself, up to the mark of its end.
      const rest = Buffer.from(bytes.subarray(at)).toString('latin1');
      at += (/\sEI(?=\s|$)/.exec(rest)?.index ?? rest.length) + 3;
    }
    found.push({ operator, operands });
    operands = [];
  }
  return found;
}
