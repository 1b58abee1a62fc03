import { dirname, join } from 'node:path';
import { checkBooklet } from '../check/check-booklet.js';
import { checkCodes } from '../check/check-codes.js';
import { checkEdition } from '../check/check-edition.js';
import { checkFootnotes } from '../check/check-footnotes.js';
import { checkGlyphs, mayLackGlyphs } from '../check/check-glyphs.js';
import { checkPublishedNotes } from '../check/check-published-notes.js';
import type { SettingFlags } from '../config/resolve.js';
import { type Diagnostic, hasErrors, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { DeckSource } from '../load/deck-source.js';
import { allBlocks } from '../model/all-blocks.js';
import { makeEdition } from '../model/edition.js';
import type { Edition } from '../model/workshop.js';
import { packageRoot } from '../package-root.js';
import { blocksOf } from '../parse/kinds.js';
import { needsCleaning } from '../render/cleaner.js';
import { languageOf, loadHighlight, type Program } from '../render/highlight.js';
import { needsMath } from '../render/math.js';
import type { FindDrawing } from '../render/media-use.js';
import { needsOrder } from '../render/needs-order.js';
import { hasCodes } from '../render/qr.js';
import { type RenderedEdition, type RenderTools, renderEdition } from '../render/rendered-edition.js';
import { told } from '../theme/broken-template.js';
import { labPartWords, loadWords } from '../theme/words.js';
import { drawDiagrams } from './diagrams.js';
import { type BareEdition, editionSources } from './editions.js';
import { type Gathered, gather } from './gather.js';
import { type Kept, nothingKept } from './kept.js';
import { forgive } from './lenient.js';
import { nothingOwn, type Own } from './own.js';
import { ownCss } from './own-css.js';
import type { Printer } from './printing.js';
import { isPublic, productsOf } from './products.js';
import { readingsOf, saidOnce } from './readings.js';
import { themeOf, withLogo } from './theme-of.js';

/** A deck whose slides are drawn; products are made from it. */
export interface PreparedDeck {
  readonly name: string;
  readonly argument: string;
  /** Empty where the deck has errors. */
  readonly editions: readonly RenderedEdition[];
  /** Every edition the deck has and this build was asked for, errors or not: their folders. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts for code frames. */
  readonly sources: ReadonlyMap<string, string>;
  /** What it was made from, as often as editions have it read in another way; empty where it could not be read. */
  readonly written: readonly WrittenDeck[];
  /** Every file that was read for it, and folders of templates: real paths. */
  readonly read: ReadonlySet<string>;
}

/** A deck as its author wrote it. */
export interface WrittenDeck {
  readonly gathered: Gathered;
  /** The files it consists of: its own, or its modules. */
  readonly roots: readonly string[];
  /** Files of settings that have no Markdown. */
  readonly settings: readonly SourceFile[];
  /** The editions that are made from it when it is read like this. */
  readonly editions: readonly RenderedEdition[];
}

/** Where Deckhand's own templates are. */
export function templatesFolder(): string {
  return join(packageRoot(), 'templates');
}

/**
 * Takes one deck from its files to drawn slides: load and parse, model, check, render. All of its problems are
 * noticed on the way; with an error it has no editions.
 */
export async function prepareDeck(
  deck: DeckSource,
  edition: string | undefined,
  flags: SettingFlags,
  cwd: string,
  loan: Printer['loan'],
  kept: Kept = nothingKept,
): Promise<PreparedDeck> {
  const sources = editionSources(deck, edition, flags);
  const readings = readingsOf(deck, sources.value, flags);
  const diagnostics: Diagnostic[] = [];
  const own = await ownOf(deck, sources.value, cwd);
  const written: WrittenDeck[] = [];
  for (const { grammar, editions } of readings) {
    const gathered = await gather(deck, grammar, cwd, kept);
    const dialect = grammar.reveal === null ? 'deckhand' : 'reveal';
    const noticed = [
      ...forgive(gathered.diagnostics, dialect),
      ...sources.diagnostics,
      ...checkFootnotes(gathered.value.library),
    ];
    const broken = hasErrors(noticed);
    noticed.push(...forgive(own.diagnostics, dialect));
    const rendered: RenderedEdition[] = [];
    for (const source of editions) {
      const { templates } = source.settings;
      const brought = (templates && own.value.byFolder.get(templates.folder)) ?? nothingOwn;
      const drawn = await drawEdition(source, deck, gathered.value, brought, broken, loan, kept);
      noticed.push(...forgive(drawn.diagnostics, dialect));
      if (drawn.value) rendered.push(drawn.value);
    }
    diagnostics.push(...noticed);
    written.push({
      gathered: gathered.value,
      roots: [deck.main, ...deck.modules.values()].flatMap((one) => one?.source.file ?? []),
      settings: [deck.settings, ...deck.beside].filter(({ file }) => !gathered.value.sources.has(file)),
      editions: rendered,
    });
  }
  const order = sources.value.map((source) => source.folder);
  const place = ({ edition: { folder } }: RenderedEdition) => order.indexOf(folder);
  return {
    name: deck.name,
    argument: deck.argument,
    editions: hasErrors(diagnostics)
      ? []
      : written.flatMap((one) => one.editions).sort((one, other) => place(one) - place(other)),
    folders: order,
    diagnostics: saidOnce(diagnostics, readings.length),
    sources: new Map([...written.flatMap(({ gathered }) => [...gathered.sources]), ...own.value.sources]),
    written,
    read: new Set([
      ...[deck.settings, ...deck.beside].map(({ path }) => path),
      ...written.flatMap(({ gathered }) => [...gathered.read]),
      ...own.value.read,
    ]),
  };
}

/** The folders of templates that editions name, each read once, and their texts for code frames. */
async function ownOf(deck: DeckSource, editions: readonly BareEdition[], cwd: string) {
  const byFolder = new Map<string, Own>();
  const sources = new Map<string, string>();
  const read = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { settings } of editions) {
    const { templates } = settings;
    if (templates === null || byFolder.has(templates.folder)) continue;
    const { ownTemplates } = await import('./own-templates.js');
    const own = await ownTemplates(templates, deck.settings, cwd, templatesFolder());
    byFolder.set(templates.folder, own.value);
    read.add(join(dirname(deck.settings.path), templates.folder));
    for (const { file, text, path } of own.value.sources) {
      sources.set(file, text);
      read.add(path);
    }
    diagnostics.push(...own.diagnostics);
  }
  return { value: { byFolder, sources, read }, diagnostics };
}

/** Models, checks and renders one edition. A deck that is `broken` already is modelled and checked, for its other mistakes. */
async function drawEdition(
  bare: BareEdition,
  deck: DeckSource,
  gathered: Gathered,
  own: Own,
  broken: boolean,
  loan: Printer['loan'],
  kept: Kept,
): Promise<Noticed<RenderedEdition | null>> {
  const diagnostics: Diagnostic[] = [];
  const settings = withLogo(bare.settings, deck, gathered);
  const source = { ...bare, settings };
  // What could not be read is no mistake of its own: a deck that is empty because its files are missing or broken.
  const unread = broken || source.files.length === 0;
  const notice = (one: Diagnostic) => {
    if (one.code !== 'deck/empty' || !unread) diagnostics.push(one);
  };
  const templates = templatesFolder();
  const place = (key: string) =>
    deck.written.places.get(`editions.${source.name}.${key}`) ?? deck.written.places.get(key) ?? null;
  const theme = await themeOf(settings, deck, gathered, templates, own, place('theme'));
  const words = loadWords(source.settings.lang, templates, place('lang'), own.words);
  diagnostics.push(...theme.diagnostics, ...words.diagnostics);
  const labHeadings = () => new Map(labPartWords(templates, own.words));
  const edition = makeEdition({ ...source, labHeadings }, gathered.library, notice);
  if (edition && theme.value) diagnostics.push(...checkEdition(edition, [...theme.value.layouts.keys()]));
  if (edition) {
    diagnostics.push(...checkPublishedNotes(edition, place('handout.notes')));
    diagnostics.push(...checkBooklet(edition, place('handout.slides')));
    diagnostics.push(...checkCodes(edition, place('url')));
    if (theme.value?.glyphs && lacksGlyphs(gathered)) {
      diagnostics.push(...checkGlyphs(edition, theme.value.glyphs));
    }
  }
  // A deck with mistakes is drawn all the same, for the mistakes that only drawing shows.
  if (!edition || !theme.value) return { value: null, diagnostics };
  const css = await ownCss(edition, deck, gathered);
  const raw = needsCleaning(edition) ? await import('../render/clean-html.js') : null;
  const scoping = raw ? await import('../render/scope-css.js') : null;
  const diagrams = await drawDiagrams(edition, gathered, {
    notes: showsNotes(edition),
    theme: theme.value,
    loan,
  });
  const tools: RenderTools = {
    theme: theme.value,
    words: words.value,
    highlight: await loadHighlight(programsOf(edition)),
    find: gathered.find,
    qr: hasCodes(edition) ? (await import('../render/qr-code.js')).qrCode : null,
    emoji: gathered.emoji ? await import('../render/emoji.js') : null,
    drawing: await drawings(gathered, theme.value.drawingFamilies),
    diagram: diagrams.value,
    notes: showsNotes(edition),
    clean: raw,
    states: needsOrder(edition) ? await import('../render/steps.js') : null,
    math: needsMath(edition) ? await loadMath() : null,
    keep: kept.slides?.(gathered) ?? null,
    scope: scoping && ((sheet) => scoping.scopeCss(sheet, () => null).css),
    css: css.value,
  };
  const filled = told(() => renderEdition(edition, tools));
  return {
    value: filled.value?.value ?? null,
    diagnostics: [
      ...diagnostics,
      ...[css, diagrams, filled, ...(filled.value ? [filled.value] : [])].flatMap((one) => one.diagnostics),
    ],
  };
}

/** What typesets formulas is large: a deck without any does not load it. */
async function loadMath() {
  const [{ newTypesetter }, { mathCss }] = await Promise.all([
    import('../render/katex.js'),
    import('../render/math-css.js'),
  ]);
  return { newTypesetter, css: mathCss };
}

/** Whether fonts are worth a look: a deck that brings its own knows what they have. */
function lacksGlyphs({ sources }: Gathered): boolean {
  const texts = [...sources.values()];
  return texts.some(mayLackGlyphs) && !texts.some((text) => text.includes('@font-face'));
}

/** Whether what the speaker says, or a solution, is on any page that will be made. */
function showsNotes(edition: Edition): boolean {
  return edition.settings.handout.notes || [...productsOf(edition, false)].some((one) => !isPublic(one));
}

function* programsOf(edition: Edition): Iterable<Program> {
  for (const slide of edition.slides) {
    for (const block of blocksOf(allBlocks(slide), 'code')) {
      const language = languageOf(block);
      if (language !== null) yield { language, text: block.text };
    }
  }
}

/** Drawings among the pictures of a deck, each read once. What reads them is loaded only where there may be some. */
async function drawings(gathered: Gathered, families: readonly string[]): Promise<FindDrawing> {
  const named = (bytes: Uint8Array) => families.some((family) => Buffer.from(bytes).includes(family));
  const files = gathered.media.filter(
    ({ file, bytes }) => file.mediaType === 'image/svg+xml' && named(bytes),
  );
  if (files.length === 0) return () => null;
  const { readDrawing } = await import('../render/read-drawing.js');
  const read = new Map(
    files.map(({ file, bytes }) => [file.href, readDrawing(Buffer.from(bytes).toString(), families)]),
  );
  return (from, target) => read.get(gathered.find(from, target)?.file.href ?? '') ?? null;
}
