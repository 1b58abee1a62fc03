import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of files beside pages. What is not here is for saving, not for showing. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar; charset=utf-8',
};

/** Opened on its own, a drawing or a page of an author's would be a page of this server, with all its rights. */
const alone = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

export function fileAnswer(path: string, bytes: Uint8Array): Answer {
  const type = types[extname(path).toLowerCase()];
  const named = /\.[0-9a-f]{8}\.\w+$/.test(path);
  return {
    status: 200,
    type: type ?? 'application/octet-stream',
    body: bytes,
    headers: {
      ...(named ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {}),
      ...(type === undefined ? { 'Content-Disposition': 'attachment' } : {}),
      ...(type === 'application/pdf' ? {} : { 'Content-Security-Policy': alone }),
    },
  };
}

export function htmlAnswer(body: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

export function textAnswer(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 303,
    type: 'text/plain; charset=utf-8',
    body: '',
    headers: { Location: location, ...headers },
  };
}

/** On every answer: no other page may read, include or frame it, and no browser guesses what it is. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
};

export function send(response: ServerResponse, { status, type, body, headers }: Answer, head: boolean): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...always,
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...headers,
  });
  response.end(head ? undefined : bytes);
}

/** What a stream of events begins with. */
export function openStream(response: ServerResponse): void {
  response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
}
