import { basename, extname } from 'node:path';
import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { DeckSource, ModuleSource } from '../load/deck-source.js';
import { type Asset, type AssetKind, readAsset } from '../load/read-asset.js';
import { readDownload } from '../load/read-download.js';
import { moduleSource } from '../load/read-modules.js';
import { readTextInside } from '../load/read-text.js';
import { type Library, referenceKey } from '../model/library.js';
import type { ParsedFile } from '../parse/ast.js';
import type { Grammar } from '../parse/grammar.js';
import { mayRefer } from '../parse/raw-html-of.js';
import { isRemote, type Reference, referencesOf } from '../parse/references.js';
import { mayHaveShortcodes } from '../parse/shortcodes.js';
import { mayHaveEmoji } from '../render/may-have-emoji.js';
import type { FindMedia, ReadMedia } from '../render/media-use.js';
import { hashedPath } from '../render/own-asset.js';
import { type Brand, filesOfBrand } from '../theme/brand.js';
import { type Kept, nothingKept } from './kept.js';
import { readBrand } from './read-brand.js';

/** A deck with everything its files refer to, read and parsed. */
export interface Gathered {
  readonly library: Library;
  readonly find: FindMedia;
  /** Every picture, film and other file that was read, once. */
  readonly media: readonly ReadMedia[];
  /** Stylesheets that the settings name, by reference key. */
  readonly sheets: ReadonlyMap<string, SourceFile>;
  /** Brands that the settings name, by reference key, each with its file. */
  readonly brands: ReadonlyMap<string, { readonly source: SourceFile; readonly brand: Brand }>;
  /** Whether any text may have emoji in it. */
  readonly emoji: boolean;
  /** Every text that was read, by `file`, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
  /** Every file that was read: real paths. */
  readonly read: ReadonlySet<string>;
}

/**
 * Parses a deck's files and reads what they refer to, and what that refers to in its turn. Load and parse take
 * turns here, since only parsing tells what there is to load.
 *
 * @param grammar how its Markdown is to be read
 * @param cwd real path of the working folder, which paths are shown relative to
 * @param kept what an earlier reading of the same deck has left, and this one leaves
 */
export async function gather(
  deck: DeckSource,
  grammar: Grammar,
  cwd: string,
  kept: Kept = nothingKept,
): Promise<Noticed<Gathered>> {
  const diagnostics: Diagnostic[] = [];
  const parsed = new Map<string, ParsedFile>();
  const located = new Map<string, string>();
  const texts = new Map<string, string>();
  const languages = new Map<string, string>();
  const sources = new Map<string, string>();
  const read = new Set<string>();
  const media = new Map<string, ReadMedia>();
  const files = new Map<string, ReadMedia>();
  /** What was said of files that cannot be read: it is said at each place, and looked for once. */
  const unread = new Map<string, readonly Diagnostic[]>();
  // One file may be shown as code and included as well.
  let emoji = mayHaveEmoji(deck.settings.text);
  const shown = new Set<string>();
  const included = new Set<string>();

  /** In the dialect of reveal.js paths may be relative to other folders. */
  const based = (source: SourceFile) => (grammar.reveal === null ? source : { ...source, asInReveal: true });
  const keep = <T>({ value, diagnostics: noticed }: Noticed<T>): T => {
    diagnostics.push(...noticed);
    return value;
  };

  const waiting: ModuleSource[] = [...(deck.main ? [deck.main] : []), ...deck.modules.values()];
  for (let module = waiting.shift(); module; module = waiting.shift()) {
    const { source, bodyStart, head } = module;
    if (parsed.has(source.file)) continue;
    sources.set(source.file, source.text);
    read.add(source.path);
    if (head.lang !== null) languages.set(source.file, head.lang);
    const names =
      grammar.emoji && mayHaveShortcodes(source.text) ? await import('../parse/emoji-names.js') : null;
    if (names || mayHaveEmoji(source.text)) emoji = true;
    const file = keep(kept.parse(source, bodyStart, grammar, names?.emojiNamed ?? null));
    parsed.set(source.file, file);
    for (const reference of referencesOf(file)) await follow(source, reference);
    if (mayRefer(file)) {
      const { htmlReferencesOf } = await import('../parse/html-references.js');
      for (const reference of htmlReferencesOf(file)) readFile(source, reference);
    }
  }

  const sheets = new Map<string, SourceFile>();
  const brands = new Map<string, { readonly source: SourceFile; readonly brand: Brand }>();
  for (const { key, value, span } of writtenFiles(deck)) {
    if (key === 'logo') readFile(deck.settings, { kind: 'media', target: value, span });
    else if (key === 'brand') {
      const source = keep(readTextInside(value, based(deck.settings), cwd, 'The brand', span));
      if (source === null) continue;
      sources.set(source.file, source.text);
      const brand = keep(await readBrand(source));
      if (brand === null) continue;
      brands.set(referenceKey(deck.settings.file, value), { source, brand });
      for (const { path, file } of filesOfBrand(brand.values))
        readFile(source, { kind: 'media', target: file, span: brand.place(path) ?? span });
    } else {
      const sheet = keep(readTextInside(value, based(deck.settings), cwd, 'The stylesheet', span));
      if (sheet === null) continue;
      sheets.set(referenceKey(deck.settings.file, value), sheet);
      sources.set(sheet.file, sheet.text);
      read.add(sheet.path);
      for (const target of filesInCss(sheet.text)) {
        if (!isRemote(target)) readFile(sheet, { kind: 'media', target, span });
      }
    }
  }

  return {
    value: {
      library: { parsed, located, texts, languages },
      sheets,
      brands,
      emoji,
      media: [...files.values()],
      find: (from, target) => media.get(referenceKey(from, target)) ?? null,
      sources,
      read: new Set([...read, ...files.keys()]),
    },
    diagnostics,
  };

  async function follow(source: SourceFile, reference: Reference): Promise<void> {
    const key = referenceKey(source.file, reference.target);
    if (reference.kind === 'media' || reference.kind === 'link') {
      readFile(source, reference);
      return;
    }
    const already = reference.kind === 'code' ? shown : included;
    if (already.has(key)) return;
    const what = reference.kind === 'include' ? 'The included file' : 'The file';
    const text = keep(readTextInside(reference.target, based(source), cwd, what, reference.span));
    if (text === null) return;
    already.add(key);
    located.set(key, text.file);
    sources.set(text.file, text.text);
    read.add(text.path);
    if (mayHaveEmoji(text.text)) emoji = true;
    if (reference.kind === 'code') texts.set(text.file, text.text);
    else waiting.push(keep(await moduleSource(text)));
  }

  function readFile(source: SourceFile, reference: Reference): void {
    const key = referenceKey(source.file, reference.target);
    if (media.has(key)) return;
    const { span } = reference;
    const again = unread.get(key);
    if (again) {
      diagnostics.push(...again.map((one) => ({ ...one, span })));
      return;
    }
    const found =
      reference.kind === 'link'
        ? readDownload(reference.target, based(source), span)
        : readAsset(reference.target, kindOf(reference.target), based(source), span);
    const asset = keep(found);
    if (asset === null) {
      unread.set(key, found.diagnostics);
      return;
    }
    const file = files.get(asset.path) ?? mediaOf(asset);
    files.set(asset.path, file);
    media.set(key, file);
  }
}

/** Logos, brands and stylesheets that the deck or one of its editions names. */
function writtenFiles({ written }: DeckSource) {
  const all = [
    { prefix: '', values: written.values },
    ...written.editions.map(({ name, values }) => ({ prefix: `editions.${name}.`, values })),
  ];
  return all.flatMap(({ prefix, values }) => [
    ...placed('logo', values.logo, `${prefix}logo`),
    ...placed('brand', values.brand, `${prefix}brand`),
    ...(values.css ?? []).flatMap((file, index) =>
      placed('css', file, `${prefix}css.${index}`, `${prefix}css`),
    ),
  ]);

  function placed(
    key: 'logo' | 'brand' | 'css',
    value: string | false | undefined,
    ...paths: readonly string[]
  ) {
    const span = paths.map((path) => written.places.get(path)).find((place) => place !== undefined);
    return value && span ? [{ key, value, span }] : [];
  }
}

/** What a stylesheet's `url()` name. */
function filesInCss(css: string): readonly string[] {
  return [...css.matchAll(/url\(\s*["']?([^)"']+)["']?\s*\)/gi)].flatMap(([, target = '']) =>
    target.startsWith('#') ? [] : [target.trim()],
  );
}

function kindOf(target: string): AssetKind {
  const ending = extname(target.replace(/[?#].*$/s, '')).toLowerCase();
  if (/^\.(?:mp4|webm|ogv|mov|m4v)$/.test(ending)) return 'video';
  if (/^\.(?:mp3|m4a|ogg|oga|wav|flac|opus)$/.test(ending)) return 'audio';
  if (/^\.(?:woff2?|ttf|otf)$/.test(ending)) return 'font';
  return 'image';
}

/** A file under the name it gets beside pages: its own, its hash, and the ending that goes with its content. */
function mediaOf({ path, bytes, mediaType, extension, width, height }: Asset): ReadMedia {
  const href = hashedPath(`${basename(path, extname(path))}.${extension}`, bytes);
  return { file: { href, mediaType, width, height }, bytes };
}
