import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nameOfEmoji } from '../parse/emoji-names.js';
import { attributeString } from './html.js';
import { ownAsset } from './own-asset.js';
import type { Asset } from './page.js';

/** Whose pictures they are. It travels with each of them, and in the properties of PDFs. */
export const emojiCredit =
  'Emoji: Twemoji, © Twitter, Inc. and other contributors, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)';

/** Elements in which a picture would be no picture, or would change what is written. */
const apart = '(svg|math|script|style|textarea)';
const piece = new RegExp(`<${apart}\\b[^]*?</\\1\\s*>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|<`, 'gi');

/**
 * An emoji, joined ones as one; not where the character after it asks for plain text. Those from U+1F000 on no font for text draws,
 * so that they are meant as pictures without the mark that asks for one, too.
 */
const emoji =
  /(?:\p{RGI_Emoji}|[\p{Emoji}&&[\u{1f000}-\u{1faff}]])(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)*(?!\ufe0e)/gv;

/**
 * Puts pictures in the place of emoji in HTML that is finished, so that they look alike on every machine and on
 * paper. Whoever copies the text gets the character; whoever hears it hears its name, in English decks.
 *
 * @param lang the language of the deck
 * @param use takes each picture that is used
 */
export function drawEmoji(html: string, lang: string, use: (asset: Asset) => void): string {
  if (html.search(emoji) < 0) return html;
  return html.replace(piece, (part) =>
    part.startsWith('<')
      ? part
      : part.replace(emoji, (character) => {
          const asset = pictureOf(character);
          if (asset === null) return character;
          use(asset);
          const entries = [
            ['class', 'emoji'],
            ['src', asset.path],
            ['alt', character],
            ['aria-label', /^en\b/i.test(lang) ? nameOfEmoji(character) : null],
            ['style', 'width:1.1em;height:1.1em;vertical-align:-0.2em'],
          ] as const;
          return `<img${attributeString(entries)}>`;
        }),
  );
}

const pictures = new Map<string, Asset | null>();
let folder: string | undefined;

/** The picture of an emoji; null for one that is newer than the set. */
function pictureOf(character: string): Asset | null {
  const known = pictures.get(character);
  if (known !== undefined) return known;
  folder ??= join(
    dirname(createRequire(import.meta.url).resolve('@discordapp/twemoji/package.json')),
    'dist/svg',
  );
  const asset = readPicture(character, folder);
  pictures.set(character, asset);
  return asset;
}

/** The set names its files by code points, without U+FE0F where nothing is joined. */
function readPicture(character: string, from: string): Asset | null {
  const points = [...character].map((one) => (one.codePointAt(0) ?? 0).toString(16));
  const without = points.filter((one) => one !== 'fe0f');
  // Some write joined ones without their last mark.
  for (const name of [points.join('-'), without.join('-'), `${without.join('-')}-fe0f`]) {
    try {
      const svg = readFileSync(join(from, `${name}.svg`), 'utf8');
      return ownAsset(
        `emoji-${name}.svg`,
        svg.replace(/<svg[^>]*>/, (open) => `${open}<!-- ${emojiCredit} -->`),
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}
