import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Whoever asks: the author at the machine, the phone that steers, or anybody in the room. */
export type Role = 'author' | 'remote' | 'audience';

/** Who may do what is a matter of what they have: each start of the server has secrets of its own. */
export interface Tokens {
  readonly author: string;
  readonly remote: string;
}

export function newTokens(): Tokens {
  const secret = () => randomBytes(16).toString('base64url');
  return { author: secret(), remote: secret() };
}

/** What a secret makes of who has it; null for one that is none of ours. */
export function roleOf(secret: string | null, tokens: Tokens): Exclude<Role, 'audience'> | null {
  if (secret === null) return null;
  if (same(secret, tokens.author)) return 'author';
  return same(secret, tokens.remote) ? 'remote' : null;
}

/** In a time that says nothing of where they differ. */
function same(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** The value of a cookie; null where the browser sent none of that name. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
