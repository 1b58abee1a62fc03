// Hands out the files of a folder. Good enough to look at, and no web server: Dockerfile.stages takes a real one.
// node serve.mjs out
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

const folder = process.argv[2] ?? 'out';

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  try {
    const body = await readFile(join(folder, normalize(path)));
    response.setHeader('Content-Type', path.endsWith('.html') ? 'text/html' : 'text/plain').end(body);
  } catch {
    response.writeHead(404).end('Not found\n');
  }
});

server.listen(8080);
// As process number 1 it gets no default handling of signals: without this line, stopping takes ten seconds.
process.on('SIGTERM', () => server.close(() => process.exit(0)));
