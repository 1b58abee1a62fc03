/** Finds an emoji by its name; what it is not given is text. */
export type EmojiNamed = (name: string) => string | null;

/** `:rocket:`, with no letter beside it: `10:30:00`, `a:b:c` and addresses are none. */
const shortcode = /(?<![\w:/])(:[A-Za-z\d_+-]+:)(?![\w:])/g;

/** Whether a text may have shortcodes; only then their names are loaded. */
export function mayHaveShortcodes(text: string): boolean {
  return text.search(shortcode) >= 0;
}

/** Text with its known shortcodes as the characters they stand for. */
export function withShortcodes(text: string, emojiNamed: EmojiNamed): string {
  if (!text.includes(':')) return text;
  return text.replace(shortcode, (written) => emojiNamed(written.slice(1, -1)) ?? written);
}
