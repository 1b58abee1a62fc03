import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Parsing } from '../notice.js';
import type { Whole } from './kept-whole.js';
import { type Match, type Matches, matchesOf } from './matches.js';

const places: Readonly<Record<Whole['what'], string>> = {
  code: 'in the middle of this code',
  comment: 'in the middle of this comment',
  html: 'in the middle of this HTML',
};

/** What the plugin of reveal.js for code acts on. */
const forPlugin = /\s(data-(?:line-numbers|trim|noescape))\b/i;

/** Says where reveal.js is known to misread what an author means. Notes are looked for where their mark is ours. */
export function sayWhatDiffers(
  { source: { file }, notice }: Parsing,
  body: string,
  from: number,
  seen: Matches & { readonly wholes: readonly Whole[]; readonly noteMarks: boolean },
): void {
  const say = ({ start, end }: Match, message: string, hint: string) => {
    const span = { file, start: from + start, end: from + end };
    notice(diagnostic('dialect/reads-otherwise', span, message, { hint }));
  };
  const said = new Set<Whole>();
  for (const { match, whole } of seen.inside) {
    if (said.has(whole)) continue;
    said.add(whole);
    say(
      lineIn(body, match),
      `reveal.js would divide the slide here, ${places[whole.what]}; it stays whole.`,
      'For reveal.js itself take another separator.',
    );
  }
  for (const match of seen.found) {
    if (!/^-{3,4}[ \t]+$/.test(body.slice(match.start, match.end))) continue;
    say(
      match,
      'reveal.js would show a line here, since blanks stand behind the hyphens; the slide ends as it looks.',
      'Delete the blanks at the end of the line.',
    );
  }
  for (const match of matchesOf(body, '^ {0,3}<section(?=[\\s>])[^>\\n]*', 'mgi', seen.wholes).found) {
    const named = /\bdata-markdown\s*=\s*["']?([^"'\s>]+)/i.exec(body.slice(match.start, match.end))?.[1];
    say(
      lineIn(body, match),
      'This HTML element makes no slide here; what is in it stands on the slide around it.',
      named === undefined
        ? 'Divide slides by hyphens: `---`, or `----` for one below.'
        : `To bring in the slides of that file write \`::: include ${named}\` on a line of its own.`,
    );
  }
  for (const { what, start, end } of seen.wholes) {
    const code = what === 'html' ? codeForPlugin(body.slice(start, end)) : null;
    if (code === null) continue;
    const at = from + start + code.index;
    notice(
      diagnostic(
        'dialect/not-heeded',
        { file, start: at, end: at + code.tag.length },
        `Nothing is made of \`${code.attribute.toLowerCase()}\` on code in HTML; it is shown as it stands.`,
        {
          hint: 'Write the code as a fence: it gets colours, and steps from `[1|2-3]` behind its language.',
        },
      ),
    );
  }
  if (!seen.noteMarks) return;
  for (const { match, whole } of matchesOf(body, '^notes?:', 'mgi', seen.wholes).inside) {
    if (said.has(whole)) continue;
    said.add(whole);
    say(
      match,
      `reveal.js would take the rest of this slide for notes, from ${places[whole.what]} on; it stays whole.`,
      'For reveal.js itself indent the line.',
    );
  }
  for (const match of matchesOf(body, '^s+notes?:', 'mgi', seen.wholes).found) {
    say(
      match,
      'reveal.js would begin the notes here, by mistake; the line stays on the slide.',
      'Reword it.',
    );
  }
}

/** The first tag of code in HTML that the plugin would act on, and by which attribute. Each sign is looked at once. */
function codeForPlugin(html: string): { index: number; tag: string; attribute: string } | null {
  const opening = /<code\b/gi;
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const end = html.indexOf('>', found.index);
    if (end < 0) return null;
    const tag = html.slice(found.index, end + 1);
    const attribute = forPlugin.exec(tag)?.[1];
    if (attribute !== undefined) return { index: found.index, tag, attribute };
    opening.lastIndex = end;
  }
  return null;
}

/** The line of a match without the line ends around it. */
function lineIn(body: string, { start, end }: Match): Match {
  const words = body.slice(start, end);
  const blanks = words.length - words.trimStart().length;
  if (blanks === words.length) return { start, end };
  return { start: start + blanks, end: start + words.trimEnd().length };
}
