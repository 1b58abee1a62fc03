import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, redirect, send, textAnswer } from './answer.js';
import { isOwnHost } from './host.js';
import { type RequestPath, requestPath } from './request-path.js';
import { cookieIn, type Role, roleOf, type Tokens } from './tokens.js';

/** A request that was let in. */
export interface Asked extends RequestPath {
  readonly role: Role;
  /** What was sent along: JSON of a `POST`; null for everything else. */
  readonly sent: unknown;
  /** Answers with a stream of events instead. */
  readonly response: ServerResponse;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly tokens: Tokens;
  /** Whether somebody without a token may ask for a path. */
  readonly isOpen: (path: string) => boolean;
  /** Null: it has answered itself. */
  readonly answer: (asked: Asked) => Promise<Answer | null>;
  /** Told what went wrong in an answer of ours. */
  readonly failed: (error: unknown) => void;
}

export interface Served {
  readonly port: number;
  /** Ends at once, with all that is open. */
  readonly end: () => Promise<void>;
}

/** A position, a step, a click: nothing that is sent to us is long. */
const mostSent = 4_096;
/** How long a head may be, and how long it may take: whoever is slower than that is looked for every other second. */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 8_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
};
/** Ports that are tried one after the other. */
const mostPorts = 50;

/** Serves on the port given, or on the next one that is free. Null where none of them is. */
export async function serve(options: ServeOptions): Promise<Served | null> {
  for (let port = options.port; port < options.port + mostPorts && port <= 65_535; port += 1) {
    const server = createServer(limits);
    server.on('clientError', (_error, socket) => {
      if (socket.writable) socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      socket.end(() => socket.destroy());
    });
    if (!(await listens(server, port, options.host))) continue;
    const address = server.address();
    const own = typeof address === 'object' && address !== null ? address.port : port;
    server.on('request', (request, response) => {
      handle(request, response, own, options).catch((error: unknown) => {
        options.failed(error);
        if (!response.headersSent) send(response, textAnswer(500, 'Deckhand has failed here.'), false);
        else response.destroy();
      });
    });
    return {
      port: own,
      end: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  return null;
}

/** False where the port is taken; throws for everything else, such as an address that is not this machine's. */
function listens(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  options: ServeOptions,
): Promise<void> {
  const head = request.method === 'HEAD';
  const refused = refusal(request, options.host);
  if (refused !== null) {
    request.resume();
    send(response, refused, head);
    return;
  }
  const asked = requestPath(request.url ?? '');
  if (asked === null) {
    send(response, textAnswer(400, 'There is no such address.'), head);
    return;
  }
  const { path, query } = asked;
  const cookie = `deckhand-${port}`;
  const brought = query.get('token');
  const fromLink = roleOf(brought, options.tokens);
  if (brought !== null && fromLink !== null) {
    // From here on the browser brings it along by itself, and it stands in no address, history or referrer.
    const kept = `${cookie}=${brought}; HttpOnly; SameSite=Strict; Path=/`;
    send(response, redirect(encodeURI(path), { 'Set-Cookie': kept }), head);
    return;
  }
  const role = roleOf(cookieIn(request.headers.cookie, cookie), options.tokens) ?? 'audience';
  if (role === 'audience' && !options.isOpen(path)) {
    send(response, textAnswer(403, closed), head);
    return;
  }
  const sent = request.method === 'POST' ? await bodyOf(request) : null;
  if (sent === undefined) {
    send(response, textAnswer(400, 'That is not what this address takes.'), head);
    return;
  }
  const answer = await options.answer({ path, query, role, sent, response });
  if (answer !== null) send(response, answer, head);
}

const closed = 'This preview is private. Open the address that "deckhand preview" shows in its terminal.';

/** Why a request is not even looked at; null for those that are. */
function refusal({ method, headers }: IncomingMessage, host: string): Answer | null {
  if (!isOwnHost(headers.host, host)) return textAnswer(403, 'This server does not go by that name.');
  const writes = method === 'POST';
  if (method !== 'GET' && method !== 'HEAD' && !writes) {
    return { ...textAnswer(405, 'Only GET, HEAD and POST.'), headers: { Allow: 'GET, HEAD, POST' } };
  }
  const own = `http://${headers.host}`;
  if (headers.origin !== undefined && headers.origin !== own) return elsewhere;
  if (writes && (headers.origin !== own || headers['content-type'] !== 'application/json')) return elsewhere;
  // A link on another page may lead here; nothing else on it may.
  const site = headers['sec-fetch-site'];
  const opens = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opens) return elsewhere;
  return null;
}

const elsewhere = textAnswer(403, 'This server answers its own pages only.');

/** JSON that was sent; undefined where it is too long or none. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > mostSent) return undefined;
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}
