import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Everything in a tar archive is counted in blocks of this many bytes. */
const block = 512;

/**
 * The plain files of a tar archive, by the last part of their names. Enough of the format for an archive whose hash is known: a block of
 * head, then the content, padded to whole blocks.
 *
 *     offset 0    name, 100 bytes, zero-padded
 *     offset 124  size, 12 bytes, octal digits
 *     offset 156  kind: '0' or zero for a plain file
 */
export async function filesInTar(path: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const tar = await readFile(path);
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const name = text(tar, at, 100);
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const kind = tar[at + 156];
    const start = at + block;
    if (kind === 0 || kind === 0x30)
      files.push({ name: basename(name), bytes: tar.subarray(start, start + size) });
    at = start + Math.ceil(size / block) * block;
  }
  return files;
}

function text(tar: Buffer, at: number, length: number): string {
  const field = tar.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end === -1 ? length : end).trim();
}
