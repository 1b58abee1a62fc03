import type { Asset, RenderedPage } from '../page.js';
import { closedPolicy } from './closed-policy.js';
import { dataAddress } from './file-type.js';
import { fileName, holdFiles, plainName } from './hold-files.js';
import { type PageTag, readTags } from './read-tags.js';
import { lettersIn, withUsedFaces } from './used-faces.js';

/** A page of one file, and what takes the room in it. */
export interface SingleFile {
  readonly html: string;
  /** The files that were put inside, the largest first. */
  readonly inside: readonly { readonly name: string; readonly bytes: number }[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Puts everything that a page refers to into the page: sheets and scripts as elements, all else as data. Links to what lies
 * beside the page in a folder are left out, and nothing of it may be asked for.
 *
 * @param opener the script that puts files in place which the page holds once and shows more than once
 */
export function singleFile(page: RenderedPage, opener: string): SingleFile {
  const { html, path } = page;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const files = new Map(page.assets.map((asset) => [asset.path.slice(folder.length), asset]));
  const { tags, headEnd } = readTags(html);
  const letters = lettersIn([html, ...page.assets.filter(isText).map(textOf)]);
  const hold = holdFiles(tags, files);
  const edits: Edit[] = [];
  const scripts: string[] = [];
  let policy: PageTag | null = null;
  let firstScript: number | null = null;

  for (const tag of tags) {
    const { start, attributes } = tag;
    const name = tag.name.toLowerCase();
    const put = (text: string, end = tag.end) => edits.push({ start, end, text });
    const file = files.get(attributes.href ?? attributes.src ?? '');
    if (name === 'link') {
      put(file && attributes.rel === 'stylesheet' ? sheetOf(file, attributes.media ?? null) : '');
    } else if (name === 'script' && attributes.src !== undefined) {
      if (file) firstScript ??= start;
      put(file ? scriptElement(file) : '', tag.close);
    } else if (name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) {
      put('');
    } else if (name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? '')) {
      policy = tag;
    } else {
      const changed = hold.rewritten(tag);
      if (changed !== null) put(changed);
    }
  }
  const held = hold.elements();
  if (held.length > 0) {
    const at = firstScript ?? html.lastIndexOf('</body>');
    const own = `<script data-file="single-file.js">${scriptText(opener)}</script>`;
    edits.push({ start: at, end: at, text: `${[...held, own].join('\n')}\n` });
  }
  const rules = hold.rules();
  if (rules !== '') {
    edits.push({ start: headEnd, end: headEnd, text: `<style data-file="held.css">${rules}</style>\n` });
  }
  if (policy) {
    const content = closedPolicy(policy.attributes.content ?? '', scripts);
    const text = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
    edits.push({ start: policy.start, end: policy.end, text });
  }
  const inside = [...files].map(([name, { bytes }]) => ({ name: plainName(name), bytes: bytes.length }));
  return { html: edited(html, edits), inside: inside.sort((a, b) => b.bytes - a.bytes) };

  function sheetOf(file: Asset, media: string | null): string {
    const css = withUsedFaces(textOf(file), letters).replace(
      /url\((["']?)([^"')]+)\1\)/g,
      (whole, _quote, target) => {
        const found = files.get(`assets/${target}`);
        return found ? `url("${dataAddress(found.path, found.bytes)}")` : whole;
      },
    );
    const own = media === null ? '' : ` media="${media}"`;
    // In rules a slash after a backslash is a slash.
    return `<style data-file="${fileName(file.path)}"${own}>${css.replaceAll(/<\/(?=style)/gi, '<\\/')}</style>`;
  }

  function scriptElement(file: Asset): string {
    return `<script data-file="${fileName(file.path)}">${scriptText(textOf(file))}</script>`;
  }

  /** A script as it may stand in a page: what would end it there, or begin another, stands in strings and patterns only. */
  function scriptText(text: string): string {
    const safe = text.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
    scripts.push(safe);
    return safe;
  }
}

function isText({ path }: Asset): boolean {
  return /\.(?:css|js|svg)$/.test(path);
}

function textOf({ bytes }: Asset): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: own } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), own);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
