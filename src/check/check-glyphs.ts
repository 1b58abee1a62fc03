import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { paperBlocks, screenBlocks } from '../model/audience.js';
import type { Edition, Slide } from '../model/workshop.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';

/** Ranges of code points, both ends included, that a theme's fonts can draw, by what they are used for. */
export interface Glyphs {
  readonly text: readonly (readonly [number, number])[];
  readonly code: readonly (readonly [number, number])[];
}

/** What no theme lacks, or needs no glyph: most decks are looked at no further. */
const beyond = /[^\p{Cc}\u0020-\u007e\u00a0-\u017f\u2013-\u201e\u2022\u2026]/u;

let pictured: RegExp | undefined;

/**
 * Emoji are pictures; U+FFFD stands for bytes that are no text, which was said where they were read. Of the sequences that are emoji
 * the engine makes a list, which takes as long as drawing fifty slides: only for who has to know.
 */
function withoutPictures(text: string): string {
  pictured ??= /\p{RGI_Emoji}|[\p{Emoji}&&[\u{1f000}-\u{1faff}]]|\ufffd/gv;
  return text.replace(pictured, '');
}

/** Whether a text may have characters that a theme cannot draw. */
export function mayLackGlyphs(text: string): boolean {
  return beyond.test(text);
}

/** Says once a slide which of its characters the theme's fonts cannot draw. */
export function checkGlyphs({ slides }: Edition, glyphs: Glyphs): readonly Diagnostic[] {
  return slides.flatMap((slide) => {
    const missing = new Map<string, Span>();
    for (const { text, role, span } of textsOf(slide)) {
      if (!beyond.test(text)) continue;
      const written = text.normalize('NFC');
      const lacks = (character: string) => lacksGlyph(glyphs[role], character);
      if (![...written].some(lacks)) continue;
      for (const character of [...withoutPictures(written)].filter(lacks)) {
        if (!missing.has(character)) missing.set(character, span);
      }
    }
    const [first] = missing.values();
    return first === undefined ? [] : [lacking([...missing.keys()], first)];
  });
}

interface Words {
  readonly text: string;
  readonly role: keyof Glyphs;
  readonly span: Span;
}

/** Every piece of text that viewers and readers see; the speaker's notes are for a machine that the speaker knows. */
function textsOf(slide: Slide): readonly Words[] {
  const heading = slide.heading ? [slide.heading] : [];
  return walkBlocks([...heading, ...screenBlocks(slide), ...paperBlocks(slide)]).flatMap((block) => {
    const found: Words[] = [];
    if (block.type === 'code') found.push({ text: block.text, role: 'code', span: block.span });
    for (const inline of walkInlines(childInlines(block))) {
      if (inline.type === 'text') found.push({ text: inline.text, role: 'text', span: inline.span });
      if (inline.type === 'codespan') found.push({ text: inline.text, role: 'code', span: inline.span });
    }
    return found;
  });
}

/** Whether fonts with these characters cannot draw one, where it has a shape of its own at all. */
export function lacksGlyph(ranges: Glyphs['text'], character: string): boolean {
  // Blanks, controls, marks on other letters and what only steers have none.
  if (/[\p{Z}\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{M}]/u.test(character)) return false;
  // Browsers draw a hyphen that does not break as one that does, and characters that are the same as another as that.
  const drawn = character === '\u2011' ? '\u2010' : character.normalize('NFC');
  const point = drawn.codePointAt(0) ?? 0;
  return !ranges.some(([from, to]) => from <= point && point <= to);
}

/** So many are named; a page of Chinese has hundreds. */
const most = 8;

function lacking(characters: readonly string[], span: Span): Diagnostic {
  const named = characters.slice(0, most).map((one) => {
    const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${one} (U+${code})`;
  });
  const more = characters.length - named.length;
  return diagnostic(
    'font/no-glyph',
    span,
    `The theme’s fonts cannot draw ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} on this slide: each machine shows another font there, or an empty box.`,
    {
      hint: 'Bring a font that has them: name it with `@font-face` in a stylesheet under `css:`. Or write it in other characters.',
    },
  );
}
