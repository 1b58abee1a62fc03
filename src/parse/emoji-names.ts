import { gemoji } from 'gemoji';

/** The emoji that `:rocket:` is, by its name on GitHub; null for a name that nobody knows. */
export function emojiNamed(name: string): string | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** What an emoji shows, in English: "rocket". Null for one that has no name here. */
export function nameOfEmoji(emoji: string): string | null {
  return descriptions.get(bare(emoji)) ?? null;
}

const byName = new Map(gemoji.flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)));
const descriptions = new Map(gemoji.map(({ emoji, description }) => [bare(emoji), description]));

/** The mark that asks for a picture may be missing inside of sequences. */
function bare(emoji: string): string {
  return emoji.replaceAll('\ufe0f', '');
}
