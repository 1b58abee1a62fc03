import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { startDeckhand } from './deckhand.js';
import { workspace } from './workspace.js';

/** A preview that runs, as a user has started it. */
export interface RunningPreview {
  /** The folder it was started in. */
  readonly cwd: string;
  /** With the token. */
  readonly address: string;
  /** `http://127.0.0.1:4300`. */
  readonly origin: string;
  readonly cookie: string;
  readonly child: ChildProcess;
  /** What it has said on stderr so far. */
  readonly said: () => string;
  /** Asks for a path as the author's browser does. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Ends it as Ctrl-C does; its exit code. */
  readonly end: () => Promise<number | null>;
}

/** Starts `deckhand preview` over some files, on any port that is free; it ends with the test. */
export async function preview(
  files: Readonly<Record<string, string | Uint8Array>>,
  flags: readonly string[] = [],
): Promise<RunningPreview> {
  const cwd = await workspace(files);
  const port = flags.includes('--port') ? [] : ['--port', '0'];
  const child = startDeckhand(['preview', '--no-open', ...port, ...flags], { cwd });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const end = () => {
    child.kill('SIGINT');
    return closed;
  };
  onTestFinished(async () => {
    await end();
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const address = await new Promise<string>((resolve, reject) => {
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      const found = /Preview at (\S+)\n/.exec(stdout)?.[1];
      if (found) resolve(found);
    });
    closed.then((code) => reject(new Error(`It ended with ${code}: ${stderr}`)));
  });
  const { origin, port: number, searchParams } = new URL(address);
  const cookie = `deckhand-${number}=${searchParams.get('token')}`;
  return {
    cwd,
    address,
    origin,
    cookie,
    child,
    said: () => stderr,
    get: (path, headers = {}) =>
      fetch(origin + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    end,
  };
}
