/** A parser's complaint in the words of an author: what is wrong, as the end of a sentence, and what to do. */
interface Advice {
  readonly what: string;
  readonly hint: string | null;
}

/** `offset` is where in `text` the parser stopped. */
export function yamlAdvice(code: string, message: string, text: string, offset: number): Advice {
  const line = lineAt(text, offset);
  switch (code) {
    case 'TAB_AS_INDENT':
      return { what: 'a line is indented with a tab', hint: 'Indent with spaces.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        what: 'a second `: ` stands in the value',
        hint: 'Put the value in quotes, such as `title: "Deploy: the talk"`.',
      };
    case 'BAD_SCALAR_START':
      return {
        what: `a value may not start with \`${text[offset] ?? ''}\``,
        hint: 'Put the value in quotes.',
      };
    case 'UNEXPECTED_TOKEN':
      if (/^\s*[^\s'"]+:\s+['"]/.test(line)) {
        return {
          what: 'something follows the closing quote',
          hint: 'Put the whole value in quotes of the other kind.',
        };
      }
      break;
    case 'MISSING_CHAR':
      if (/quote/.test(message)) return { what: 'a quote is not closed', hint: 'Close it on the same line.' };
      break;
    case 'MULTIPLE_DOCS':
      return { what: 'it holds more than one document', hint: 'Remove the line `---` between them.' };
    case 'TAG_RESOLVE_FAILED':
      return {
        what: 'a value has a tag that is not known',
        hint: 'Put the value in quotes if it is meant to start with `!`.',
      };
    default:
  }
  if (/^#{1,6} |^[-*] |^!\[|^</.test(line)) {
    return {
      what: lowerFirst(message),
      hint: 'This looks like Markdown. Front matter ends with a line of three hyphens; a text that starts with `---` opens one.',
    };
  }
  return { what: lowerFirst(message), hint: null };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? text.length : end);
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
