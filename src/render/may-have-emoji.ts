/** Characters that are pictures by themselves, the mark that makes others so, and references to the former. */
const sign = /\p{Emoji_Presentation}|\ufe0f|[\u{1f000}-\u{1faff}]|&#(?:x1f|12[6-9]\d{3})/iu;

/** Whether a text may have emoji; only then what draws them is loaded. */
export function mayHaveEmoji(text: string): boolean {
  return sign.test(text);
}
