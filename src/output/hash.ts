import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal digits, as manifests have it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
