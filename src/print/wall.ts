import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { RenderedPage } from '../render/page.js';

/** Where pages are while they are printed. Nobody listens there: every answer is ours, from memory. */
export const origin = 'http://deck.localhost';

/**
 * What a printed page may load: its own files and nothing else, and no scripts at all. It would be enough that requests are
 * answered from memory, if interception saw all of them.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "media-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The address a page is printed from; what it refers to is beside it, as in the output folder. */
export function addressOf(page: Pick<RenderedPage, 'path'>): string {
  return `${origin}/${page.path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A page's wall: says what was asked for in vain. */
export interface Wall {
  /** Addresses that were refused, each once, sorted. Of frames only the origin is known. */
  readonly refused: () => readonly string[];
}

/**
 * From here on the tab sees exactly this page and its assets. Everything else is refused and remembered. No script of the page runs; what we evaluate ourselves still does.
 *
 * @param timers whether timers and the like of what we evaluate run as well: the page's policy still stops all of its own
 */
export async function raiseWall(
  session: CDPSession,
  page: Pick<RenderedPage, 'path' | 'html' | 'assets'>,
  timers = false,
): Promise<Wall> {
  const served = new Map<string, { bytes: Uint8Array; type: string }>();
  for (const asset of page.assets)
    served.set(`/${asset.path}`, { bytes: asset.bytes, type: mediaType(asset.path) });
  const address = addressOf(page);
  const own = decodeURIComponent(new URL(address).pathname);
  served.set(own, { bytes: Buffer.from(page.html), type: 'text/html; charset=utf-8' });

  const refused = new Set<string>();
  let arrived = false;

  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const found = request.method === 'GET' ? served.get(pathOf(request.url) ?? '') : undefined;
    const again = resourceType === 'Document' && arrived;
    if (found === undefined || again) {
      refused.add(request.url);
      // "No content" leaves the tab where it is; a refused navigation would leave it on an error page.
      const answer =
        resourceType === 'Document'
          ? session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
          : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      answer.catch(() => {});
      return;
    }
    if (resourceType === 'Document') arrived = true;
    session
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [
          { name: 'Content-Type', value: found.type },
          { name: 'Content-Security-Policy', value: policy },
          { name: 'Access-Control-Allow-Origin', value: origin },
        ],
        body: Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.byteLength).toString(
          'base64',
        ),
      })
      .catch(() => {});
  });
  // What the policy stops never reaches the interception.
  session.on('Audits.issueAdded', ({ issue }) => {
    const blocked = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
    if (blocked !== undefined) refused.add(blocked);
  });

  await Promise.all([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Audits.enable'),
    session.send('Emulation.setScriptExecutionDisabled', { value: !timers }),
  ]);
  return { refused: () => [...refused].sort() };
}

/** The path of an address within the page's own origin, decoded; null for any other. */
function pathOf(address: string): string | null {
  try {
    const url = new URL(address);
    return url.origin === origin ? decodeURIComponent(url.pathname) : null;
  } catch {
    return null;
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  otf: 'font/otf',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

function mediaType(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return mediaTypes[extension] ?? 'application/octet-stream';
}
