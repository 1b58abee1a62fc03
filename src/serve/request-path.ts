/** What a request asks for: a path as the map of files has them, and what stands behind its `?`. */
export interface RequestPath {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A slash, a backslash, a NUL or a dot in disguise: no address of ours has one. */
const disguised = /%(?:2f|5c|00|2e|25)/i;

/**
 * The path of a request's target, decoded once; null for whatever no browser would ask of us. Nothing is looked up by it but
 * a map, so this refuses what only an attack sends, rather than making it harmless.
 */
export function requestPath(target: string): RequestPath | null {
  const [written = '', ...rest] = target.split('?');
  // `http://elsewhere/` and `//elsewhere/` are targets for proxies.
  if (!written.startsWith('/') || written.startsWith('//') || disguised.test(written)) return null;
  const path = decoded(written);
  if (path === null || /[\p{Cc}\\#]/u.test(path)) return null;
  const parts = path.slice(1).split('/');
  const odd = parts.some(
    (part, at) => part === '.' || part === '..' || (part === '' && at < parts.length - 1),
  );
  return odd ? null : { path, query: new URLSearchParams(rest.join('?')) };
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
