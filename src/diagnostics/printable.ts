/**
 * Characters that would act on a terminal, or turn its text around, instead of being shown: C0 and C1 controls, DEL,
 * and the marks that set the direction of writing. Content is not trusted with the author's terminal.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with everything that a terminal would obey replaced by a visible sign. Tabs and line ends stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    // Unicode has a picture for each C0 control (U+2400 …) and for DEL.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
