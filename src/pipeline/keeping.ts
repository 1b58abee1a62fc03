import type { Span } from '../diagnostics/source.js';
import type { Edition, Slide } from '../model/workshop.js';
import { parseFile } from '../parse/parse-file.js';
import { type Before, reparse } from '../parse/reparse.js';
import type { RenderTools } from '../render/rendered-edition.js';
import type { RenderedSlide } from '../render/slide.js';
import type { Gathered } from './gather.js';
import type { Kept } from './kept.js';

/** For a preview, which reads the same deck again and again: files that are as they were, and slides, are not done twice. */
export function newKept(): Kept {
  const parsed = new Map<string, Before>();
  const drawn = new Map<
    string,
    { readonly shared: string; readonly slides: ReadonlyMap<string, RenderedSlide> }
  >();
  return {
    parse(source, from, grammar, emojiNamed) {
      // Editions may have the same file read in ways of their own.
      const key = JSON.stringify([source.path, grammar, emojiNamed !== null]);
      const before = parsed.get(key);
      if (before?.text === source.text && before.from === from) return before.read;
      const again = before ? reparse(source, from, grammar, emojiNamed, before) : null;
      const read =
        again === null
          ? parseFile(source, from, grammar, undefined, emojiNamed)
          : { value: again, diagnostics: [] };
      parsed.set(key, { text: source.text, from, read, isPlain: again !== null });
      return read;
    },
    slides: (gathered) => (edition, tools, draw) => {
      const { shared, keyOf } = slideKeys(edition, tools, gathered);
      const earlier = drawn.get(edition.folder);
      const before = earlier?.shared === shared ? earlier.slides : null;
      const now = new Map<string, RenderedSlide>();
      const slides = edition.slides.map((slide) => {
        const key = keyOf(slide);
        const known = before?.get(key);
        if (known) {
          now.set(key, known);
          return { ...known, slide };
        }
        const { rendered, silent } = draw(slide);
        if (silent && standsAlone(rendered)) now.set(key, rendered);
        return rendered;
      });
      drawn.set(edition.folder, { shared, slides: now });
      return slides;
    },
  };
}

/** Drawings on a page are told from one another by numbers that they get in turn. */
function standsAlone({ html, finalHtml, paperHtml, notesHtml }: RenderedSlide): boolean {
  return ![html, finalHtml, paperHtml, notesHtml].some((one) => /drawing\d+-/.test(one));
}

/**
 * What all slides share, which draws all of them again where it has changed; and a key for each slide: everything else that its
 * HTML is made of.
 */
function slideKeys(
  edition: Edition,
  tools: RenderTools,
  { library, media, sources }: Gathered,
): { readonly shared: string; readonly keyOf: (slide: Slide) => string } {
  const shared = [
    themeNumber(tools.theme),
    JSON.stringify([
      edition.settings,
      edition.title,
      tools.words,
      tools.notes,
      [tools.qr, tools.emoji, tools.clean, tools.states, tools.math].map((tool) => tool !== null),
      media.map(({ file }) => file.href).sort(),
      [...library.texts],
      [...sources.values()].flatMap(definitionsIn),
    ]),
  ].join('\n');
  const textOf = ({ file, start, end }: Span) => sources.get(file)?.slice(start, end) ?? '';
  const labs = new Map<string, readonly number[]>();
  for (const { slide, number } of edition.teaching.labs)
    labs.set(slide, [...(labs.get(slide) ?? []), number]);
  const first = edition.slides.find((one) => one.heading !== null);
  const keyOf = (slide: Slide) => {
    const { span, attributes, section, blocks, notes, footnotes } = slide;
    const opened = section === null ? null : edition.sections[section];
    const isWithin = (one: Span) => one.file === span.file && one.start >= span.start && one.end <= span.end;
    // Notes below an include are those of its last slide.
    const elsewhere = [...blocks, ...notes].filter((block) => !isWithin(block.span));
    const small = JSON.stringify([
      slide.id,
      slide.number,
      slide.layout,
      slide.lang,
      slide === first,
      opened && [opened.number, opened.title],
      attributes.classes,
      attributes.pairs.map(({ key, value }) => [key, value]),
      labs.get(slide.id),
      span.file,
      elsewhere.map((block) => [block.span.file, block.attributes.classes, textOf(block.span)]),
      footnotes.map((note) => [note.label, textOf(note.span)]),
    ]);
    return `${small}\n${textOf(span)}`;
  };
  return { shared, keyOf };
}

/** Lines that may be addresses which links refer to, and those below, where their titles may stand. */
function definitionsIn(text: string): readonly string[] {
  if (!text.includes(']:')) return [];
  const lines = text.split('\n');
  return lines.filter((line, at) => line.includes(']:') || lines[at - 1]?.includes(']:') === true);
}

const themes = new WeakMap<object, number>();
let count = 0;

function themeNumber(theme: object): number {
  const number = themes.get(theme) ?? ++count;
  themes.set(theme, number);
  return number;
}
