import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Element, isTag } from 'domhandler';
import { filter, innerText } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { products } from '../../src/config/settings.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Span } from '../../src/diagnostics/source.js';
import { discover } from '../../src/load/discover.js';
import type { Block, ParsedFile } from '../../src/parse/ast.js';
import { parseFile } from '../../src/parse/parse-file.js';
import { childInlines, walkBlocks, walkInlines } from '../../src/parse/walk.js';
import { leakCheck, leaksIn } from '../../src/pipeline/leaks.js';
import type { MadeProduct } from '../../src/pipeline/make-products.js';
import { type PreparedDeck, prepareDeck } from '../../src/pipeline/prepare.js';
import { pagesOf } from '../../src/pipeline/products.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';
import { madeOf } from '../support/made.js';
import { noBrowser } from '../support/no-browser.js';
import { source } from '../support/written.js';

/** A statement that holds for every document; it throws where it does not. */
export interface Statement {
  readonly says: string;
  readonly holds: (text: string, drawing: Drawing) => void | Promise<void>;
}

/** Draws documents, all in one folder of its own. */
export interface Drawing {
  readonly draw: (text: string) => Promise<PreparedDeck>;
  readonly end: () => void;
}

export function openDrawing(): Drawing {
  const cwd = realpathSync.native(mkdtempSync(join(tmpdir(), 'deckhand-property-')));
  return {
    draw: async (text) => {
      writeFileSync(join(cwd, 'talk.md'), text);
      const { value, diagnostics } = await discover(['talk.md'], { cwd });
      const [deck] = value.decks;
      if (deck) return prepareDeck(deck, undefined, {}, cwd, noBrowser);
      return {
        name: 'talk',
        argument: 'talk.md',
        editions: [],
        folders: [],
        diagnostics,
        sources: new Map(),
        written: [],
        read: new Set<string>(),
      };
    },
    end: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

function fail(what: string): never {
  throw new Error(what);
}

export const statements: readonly Statement[] = [
  {
    says: 'the parser does not throw, and every place lies inside of the file',
    holds: (text) => {
      const { value, diagnostics } = parseFile(source('talk.md', text), 0);
      for (const { start, end } of spansOf(value, diagnostics)) {
        if (!(start >= 0 && end >= start && end <= text.length)) fail(`${start} to ${end} of ${text.length}`);
      }
    },
  },
  {
    says: 'slides and what stands between them are all of the file, and nothing between them has words',
    holds: (text) => {
      const { value, diagnostics } = parseFile(source('talk.md', text), 0);
      if (diagnostics.some(({ code }) => /^(?:text|comment)\//.test(code))) return;
      // Footnotes are kept for the slides that refer to them; that one is shown is a statement of its own, below.
      let rest = text;
      for (const { note } of value.footnotes) {
        rest = `${rest.slice(0, note.span.start)}${rest.slice(note.span.start, note.span.end).replace(/[^\n]/g, ' ')}${rest.slice(note.span.end)}`;
      }
      let at = 0;
      const between: string[] = [];
      for (const { span } of value.parts) {
        if (span.start < at) fail(`A slide begins at ${span.start}, inside of the one before it.`);
        between.push(rest.slice(at, span.start));
        at = span.end;
      }
      for (const gap of [...between, rest.slice(at)]) {
        const words = wordsShown(
          gap.replace(/^[ \t]*notes?:[ \t]*$/gim, '').replace(/^ {0,3}-{3,4}[ \t]*$/gm, '\n'),
        );
        if (words.some((word) => /\p{L}{3}/u.test(word))) fail(`“${gap}” stands on no slide.`);
      }
    },
  },
  {
    says: 'every word that CommonMark shows is on a slide, with the speaker, or at the place of a message',
    holds: async (text, { draw }) => {
      const expected = [...new Set(wordsShown(text).flatMap((word) => word.match(/wkap\d+w/g) ?? []))];
      if (expected.length === 0 || /hidden|editions|tier|print/.test(text)) return;
      const deck = await draw(text);
      const { value } = parseFile(source('talk.md', text), 0);
      const shown = deck.editions.length > 0 ? htmlOf(deck) : JSON.stringify(value);
      for (const word of expected) {
        if (!shown.includes(word) && !isTold(text, text.indexOf(word), deck.diagnostics))
          fail(`${word} is lost.`);
      }
    },
  },
  {
    says: 'rendering is the same twice',
    holds: async (text, { draw }) => {
      const first = htmlOf(await draw(text));
      const second = htmlOf(await draw(text));
      if (first !== second) fail('It is not.');
    },
  },
  {
    says: 'ids are unique, and stay when a slide is added behind them',
    holds: async (text, { draw }) => {
      const before = idsOf(await draw(text));
      if (new Set(before).size !== before.length) fail(`There are two alike among ${before.join(', ')}.`);
      const after = idsOf(await draw(`${text}\n\n---\n\n## Word\n\nadded`));
      // The last slide may be another one now: what was open at the end of the text goes on.
      const kept = before.slice(0, -1);
      if (after.length > 0 && kept.some((id, index) => after[index] !== id)) {
        fail(`${before.join(', ')} became ${after.join(', ')}.`);
      }
    },
  },
  {
    says: 'it is drawn within two seconds of work, or refused',
    holds: async (text, { draw }) => {
      const since = process.cpuUsage();
      const deck = await draw(text);
      const { user, system } = process.cpuUsage(since);
      if (user + system > 2_000_000 && !deck.diagnostics.some(({ code }) => code === 'text/too-slow')) {
        fail(`It took ${(user + system) / 1000} ms.`);
      }
    },
  },
  {
    says: 'no text becomes markup that acts, on slides or on the pages around them',
    holds: async (text, { draw }) => {
      const deck = await draw(text);
      const pages = await Promise.all(deck.editions.map((one) => pagesOf(one, new Set(products), null)));
      for (const { path, html } of [
        { path: 'slides', html: htmlOf(deck) },
        ...pages.flatMap((one) => one.value),
      ]) {
        const tree = parseDocument(html);
        for (const element of filter(isTag, tree.children)) {
          if (isTag(element)) checkElement(element, path);
        }
      }
    },
  },
  {
    says: 'nothing private is on any page for the public, and nothing public is taken for private',
    holds: async (text, { draw }) => {
      const {
        written: [written],
        editions,
        diagnostics,
      } = await draw(text);
      if (!written || editions.length === 0) return;
      // What follows such a mark is shown, with a warning, and yet kept back: its author may have meant either.
      if (diagnostics.some(({ code }) => code === 'comment/unclosed')) return;
      const check = await leakCheck(written);
      const made = await Promise.all(editions.map(publicPages));
      const [leak] = await leaksIn(check, made.flat());
      if (leak) fail(`${text.slice(leak.span?.start, leak.span?.end)}: ${leak.message}`);
    },
  },
];

/** The pages of an edition that are made for the public, those for paper before they are printed. */
async function publicPages(rendered: RenderedEdition): Promise<readonly MadeProduct[]> {
  const pages = (await pagesOf(rendered, new Set(products), null)).value;
  return pages.map(({ product, path, html }) =>
    madeOf(rendered, product, path.replace(/\.pdf$/, '.html'), html),
  );
}

/** Elements of our own templates: files beside the page, and settings that are data. */
const ours: Readonly<Record<string, (element: Element) => boolean>> = {
  script: ({ attribs, children }) =>
    attribs.type === 'application/json'
      ? JSON.parse(innerText(children)) !== null
      : /^assets\/[\w.-]+$/.test(attribs.src ?? '') && children.length === 0,
  link: ({ attribs }) => /^(?:stylesheet|alternate)$/.test(attribs.rel ?? ''),
  meta: ({ attribs }) =>
    attribs['http-equiv'] === undefined ||
    attribs['http-equiv'] === 'Content-Security-Policy' ||
    // Where no script runs, the reading view is shown.
    (attribs['http-equiv'] === 'refresh' && attribs.content === '0; url=reading.html'),
};

function checkElement(element: Element, path: string): void {
  const isOurs = path !== 'slides' && ours[element.name]?.(element) === true;
  if (/^(?:script|iframe|object|embed|base|meta|link|form)$/.test(element.name) && !isOurs)
    fail(`There is a <${element.name}> in ${path}.`);
  for (const [name, value] of Object.entries(element.attribs)) {
    if (/^on/i.test(name)) fail(`<${element.name}> has \`${name}\` in ${path}.`);
    if (/^(?:href|src)$/.test(name) && /^[\0- ]*(?:javascript|vbscript):/i.test(value))
      fail(`${name} is ${value} in ${path}.`);
  }
}

/** Everything that has a place. */
function spansOf(file: ParsedFile, diagnostics: readonly Diagnostic[]): Span[] {
  const spans: Span[] = file.parts.map((part) => part.span);
  const blocks: Block[] = file.parts.flatMap((part) =>
    part.type === 'slide' ? [...part.blocks, ...part.notes] : [],
  );
  for (const block of walkBlocks(blocks)) {
    spans.push(block.span, ...block.attributes.pairs.map((pair) => pair.span));
    if (block.type === 'list') spans.push(...block.items.map((item) => item.span));
    for (const inline of walkInlines(childInlines(block))) {
      spans.push(inline.span, ...inline.attributes.pairs.map((pair) => pair.span));
    }
  }
  for (const one of diagnostics) {
    if (one.span) spans.push(one.span);
    spans.push(...one.related.map(({ span }) => span));
  }
  return spans;
}

/** The words of a text that another reader of GitHub's Markdown shows. */
function wordsShown(text: string): readonly string[] {
  const html = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  // GitHub shows stylesheets as text; with us they are rules.
  const withoutSheets = html.replaceAll(/&lt;style\b[\s\S]*?(?:&lt;\/style|$)/gi, '');
  return innerText(parseDocument(withoutSheets).children).split(/\s+/);
}

/** Everything that anybody gets to see. */
function htmlOf({ editions }: PreparedDeck): string {
  return editions
    .flatMap(({ slides, css }) => [
      ...slides.map((one) => [one.html, one.finalHtml, one.paperHtml, one.notesHtml].join('\n')),
      `<!-- ${css.length} -->`,
    ])
    .join('\n');
}

function idsOf({ editions }: PreparedDeck): readonly string[] {
  return editions[0]?.edition.slides.map(({ id }) => id) ?? [];
}

/** Whether a message stands on the line of an offset; what is wrong enough to stop a build may swallow what follows. */
function isTold(text: string, at: number, diagnostics: readonly Diagnostic[]): boolean {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return diagnostics.some(({ span, severity }) => {
    if (!span) return severity === 'error';
    const [from, to, here] = [lineOf(span.start), lineOf(span.end), lineOf(at)];
    return severity === 'error' ? from <= here : from <= here && here <= to;
  });
}
