import { symlink } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { preview, type RunningPreview } from '../support/preview.js';
import { workspace } from '../support/workspace.js';

const secret = 'do not tell 4711';
const files = {
  'talk.md': '---\ntitle: A talk\n---\n\n# A talk\n\nNote: Words for me alone.\n\n---\n\n## Two\n',
  'secret.txt': secret,
  '.env': secret,
};

describe('addresses', () => {
  // Vite's list (playground/fs-serve) and what was found in other servers since, in all the spellings that decoders differ in.
  const targets = [
    '/../secret.txt',
    '/public/../../secret.txt',
    '/public/talk/../../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/.%2e/secret.txt',
    '/public/talk/%2e%2e/%2e%2e/secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/public\\..\\secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/..;/secret.txt',
    '/secret.txt',
    '/secret.txt%00.html',
    '/%00',
    '/talk.md',
    '/talk.md?raw',
    '/secret.txt?raw',
    '/secret.txt?url',
    '/secret.txt?import&raw',
    '/secret.txt?raw??',
    '/secret.txt?import&raw??',
    '/secret.txt?inline',
    '/secret.txt?.svg?.wasm?init',
    '/.env',
    '/.env?raw',
    '/public/talk/.env',
    '/@fs/',
    '/@fs//',
    '/@fs/CWD/secret.txt',
    '/@fs/CWD/secret.txt?raw',
    '/@fs/CWD/secret.txt?import&raw??',
    '/@fs/x/x/x/vite/../../../CWD/secret.txt?import&?inline=1.wasm?init',
    '/@fs/etc/passwd',
    '/@id/__x00__secret.txt',
    '//CWD/secret.txt',
    '//etc/passwd',
    '///etc/passwd',
    '/public//talk/index.html',
    '/./secret.txt',
    '/public/./talk/index.html',
    '/CWD/secret.txt',
    '/%2FCWD/secret.txt',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/-/../secret.txt',
    '/-/home.hbs',
    '/-/preview.js/../home.hbs',
    '/public/talk/assets/../../../secret.txt',
    '/public/talk/index.html/../../secret.txt',
    '/private/talk/link.txt',
    '/link.txt',
    '/constructor',
    '/__proto__',
    '/public/__proto__/index.html',
    '/%',
    '/%zz',
    '/%u002e%u002e/secret.txt',
    '*',
    'http://elsewhere.example/',
    'http://elsewhere.example/secret.txt',
    'https://127.0.0.1/secret.txt',
    'file:///etc/passwd',
    'secret.txt',
    '/secret.txt#x',
    '/#/../secret.txt',
    '/\u00e4/../secret.txt',
  ];

  test('none of them leads to a file that no build named, with the token and without', async () => {
    const running = await preview(files);
    await symlink(join(running.cwd, 'secret.txt'), join(running.cwd, 'link.txt'));
    await symlink('/etc/passwd', join(running.cwd, 'passwd.txt'));
    const asked = [...targets, '/passwd.txt', '/public/talk/passwd.txt'];
    for (const target of asked.map((one) => one.replace('CWD', running.cwd.slice(1)))) {
      for (const cookie of [running.cookie, '']) {
        const { status, body } = await raw(running, `GET ${target} HTTP/1.1`, { cookie });
        expect([target, [400, 403, 404].includes(status)]).toEqual([target, true]);
        expect(body).not.toContain(secret);
        expect(body).not.toContain('root:');
      }
    }
    // The control: what a build named is there.
    expect(
      (await raw(running, 'GET /public/talk/index.html HTTP/1.1', { cookie: running.cookie })).status,
    ).toBe(200);
    // And the server is still there.
    expect((await running.get('/')).status).toBe(200);
  });
});

describe('names', () => {
  test('a name that a page elsewhere has pointed at us is refused, and so is none', async () => {
    const running = await preview(files);
    const { port } = new URL(running.origin);
    const status = async (host: string) =>
      (await raw(running, 'GET / HTTP/1.1', { cookie: running.cookie, host })).status;
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      'evil.localhost',
      '127.0.0.1.evil.example',
      '127.0.0.1@evil.example',
      'localhost, evil.example',
      'localhost/',
      '[::1',
      '127.0.0.1:99999',
      ' ',
    ]) {
      expect([host, [400, 403].includes(await status(host))]).toEqual([host, true]);
    }
    for (const host of [
      'localhost',
      `localhost:${port}`,
      '127.0.0.1',
      '192.168.1.20',
      `[::1]:${port}`,
      'LOCALHOST',
    ]) {
      expect([host, await status(host)]).toEqual([host, 200]);
    }
    const without = await rawBytes(running, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(without).toMatch(/^HTTP\/1\.1 400 /);
    const two = await rawBytes(
      running,
      `GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(two).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe('other pages', () => {
  test('hear no events, read no answers, and are told so by no CORS header', async () => {
    const running = await preview(files, ['--present']);
    const { port } = new URL(running.origin);
    const elsewhere: readonly Readonly<Record<string, string>>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${Number(port) + 1}` },
      { origin: `https://127.0.0.1:${port}` },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ];
    for (const path of [
      '/-/events?view=/',
      '/private/talk/present.html',
      '/-/phones',
      '/follow/talk/index.html',
    ]) {
      for (const headers of elsewhere) {
        const answer = await asks(running, path, headers);
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
        expect(corsHeaders(answer.headers)).toEqual([]);
      }
    }
    const own = await asks(running, '/private/talk/present.html', { origin: running.origin });
    expect(own.status).toBe(200);
    expect(corsHeaders(own.headers)).toEqual([]);
    expect(own.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
  });

  test('change nothing: a request that writes needs our origin, JSON, and few words of it', async () => {
    const running = await preview(files, ['--present']);
    const json = { 'content-type': 'application/json', origin: running.origin };
    const wrong = [
      { headers: { 'content-type': 'application/json' }, body: '{"do":"next"}' },
      { headers: { ...json, origin: 'http://evil.example' }, body: '{"do":"next"}' },
      { headers: { ...json, 'content-type': 'text/plain' }, body: '{"do":"next"}' },
      { headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' }, body: 'do=next' },
      { headers: json, body: '{"do":"format"}' },
      { headers: json, body: '{"do":["next"]}' },
      { headers: json, body: 'null' },
      { headers: json, body: '{' },
      { headers: json, body: `{"do":"next","x":"${'x'.repeat(10_000)}"}` },
    ];
    for (const { headers, body } of wrong) {
      const answer = await asks(
        running,
        '/-/order',
        headers as Readonly<Record<string, string>>,
        'POST',
        body,
      );
      expect([headers, body.slice(0, 40), [400, 403].includes(answer.status)]).toEqual([
        headers,
        body.slice(0, 40),
        true,
      ]);
    }
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      expect([method, (await asks(running, '/', {}, method)).status]).toEqual([method, 405]);
    }
    // Nothing was given, so there is nothing to steer: the control that the order itself is understood.
    expect((await asks(running, '/-/order', json, 'POST', '{"do":"next"}')).status).toBe(409);
  });

  test('are not let in as WebSockets, and no upgrade is made', async () => {
    const running = await preview(files);
    const answer = await rawBytes(
      running,
      `GET /-/events?view=/ HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('tokens', () => {
  test('everything needs one, and a wrong one is none', async () => {
    const running = await preview(files);
    const paths = [
      '/',
      '/public/talk/index.html',
      '/private/talk/present.html',
      '/-/events?view=/',
      '/-/preview.js',
      '/follow',
      '/follow/talk/index.html',
      '/-/remote',
    ];
    const { port, searchParams } = new URL(running.address);
    const token = searchParams.get('token') as string;
    const cookies = [
      '',
      `deckhand-${port}=x`,
      `deckhand-${port}=${token}x`,
      `deckhand-${port}=${token.slice(1)}`,
      `deckhand-1=${token}`,
      `${running.cookie.toUpperCase()}`,
    ];
    for (const path of paths) {
      for (const cookie of cookies)
        expect([path, cookie, (await asks(running, path, { cookie })).status]).toEqual([path, cookie, 403]);
      const mark = path.includes('?') ? '&' : '?';
      expect((await asks(running, `${path}${mark}token=x`, { cookie: '' })).status).toBe(403);
    }
  });

  test('the token moves from the address to a cookie that no script and no other site has', async () => {
    const running = await preview(files);
    const answer = await fetch(running.address, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^deckhand-\d+=[\w-]{22}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const page = await (await running.get('/')).text();
    expect(page).not.toContain(new URL(running.address).searchParams.get('token'));
  });
});

describe('what an author ships', () => {
  test('a drawing or a page that is opened on its own runs nothing as a page of ours', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
    const running = await preview({
      ...files,
      'talk.md': '---\ntitle: A talk\n---\n\n# A talk\n\n![x](x.svg)\n\n[page](evil.html)\n',
      'x.svg': svg,
      'evil.html': '<script>alert(1)</script>',
    });
    const page = await (await running.get('/public/talk/index.html')).text();
    const names = [...page.matchAll(/assets\/(?:x|evil)\.[\w.]+/g)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const { headers, status } = await running.get(`/public/talk/${name}`);
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-type')).not.toContain('html');
    }
  });
});

describe('rude clients', () => {
  test('a head that is too large, nonsense and half a request end their own connection only', async () => {
    const running = await preview(files);
    const large = await rawBytes(
      running,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    );
    expect(large).toMatch(/^HTTP\/1\.1 4\d\d |^$/);
    expect(await rawBytes(running, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await rawBytes(running, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 |^$/,
    );
    const smuggled = await rawBytes(
      running,
      'POST /-/order HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /private/talk/present.html HTTP/1.1\r\n\r\n',
    );
    expect(smuggled).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(smuggled).not.toContain('Words for me');
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.write('GET / HTTP/1.1\r\nHost: loc');
      return socket;
    });
    expect((await running.get('/')).status).toBe(200);
    await expect
      .poll(() => slow.filter((socket) => !socket.destroyed && !socket.closed).length, { timeout: 25_000 })
      .toBe(0);
  });
});

test('without --host nobody but this machine is listened to; with it that is said', async () => {
  const local = await preview(files);
  expect(new URL(local.origin).hostname).toBe('127.0.0.1');
  expect(local.said()).not.toContain('Others of the network');
  const open = await preview(files, ['--host']);
  await expect.poll(() => open.said()).toContain('warning Others of the network can reach this preview');
  const { port } = new URL(open.origin);
  expect((await fetch(`http://127.0.0.1:${port}/public/talk/index.html`)).status).toBe(403);
});

test('a folder outside is not listed for a deck that asks for it', async () => {
  const outside = await workspace({ 'hidden.md': secret });
  const running = await preview({
    'talk.md': `---\ntitle: A\n---\n\n# A\n\n::: include ${join(outside, 'hidden.md')}\n:::\n`,
  });
  const page = await (await running.get('/')).text();
  expect(page).not.toContain(secret);
});

async function asks(
  running: RunningPreview,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body?: string,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      running.origin + path,
      { method, headers: { cookie: running.cookie, ...headers } },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
        answer.destroy();
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function corsHeaders(headers: IncomingHttpHeaders): readonly string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-'));
}

/** A request as it is, which no client makes nicer. */
async function raw(
  running: RunningPreview,
  line: string,
  { cookie, host = 'localhost' }: { cookie: string; host?: string },
): Promise<{ status: number; body: string }> {
  const text = await rawBytes(
    running,
    `${line}\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
  );
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 400), body: text };
}

function rawBytes(running: RunningPreview, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(running.origin).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    // Nothing of ours answers for longer than this.
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.write(bytes);
  });
}
