import { createHash } from 'node:crypto';
import type { Asset } from './page.js';

/**
 * A file beside a page, named by its content: `assets/deck.1a2b3c4d.css`. A page and its files can then never be of
 * two builds, and browsers may keep them for ever.
 */
export function ownAsset(name: string, content: string | Uint8Array): Asset {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path: hashedPath(name, bytes), bytes };
}

/** The path of a file with this content, relative to the page. */
export function hashedPath(name: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const safe = stem.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'file';
  return `assets/${safe}.${hash}${ending}`;
}
