import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import type { BrowserChoice } from './browser-choice.js';
import { BrowserFailure } from './browser-failure.js';
import { chromiumArguments } from './chromium-arguments.js';
import { writeFontConfiguration } from './font-configuration.js';
import { pipeTransport } from './pipe-transport.js';
import { makeProfileFolder, removeProfileFolder } from './profile-folder.js';
import { type Containment, containments } from './sandbox.js';

/** A browser that runs and answers. */
export interface Launched {
  readonly connection: Connection;
  /** As the browser says it: `HeadlessChrome/147.0.7727.0`. */
  readonly product: string;
  /** What the user should know about how it runs, or null. */
  readonly notice: string | null;
  /** The page a browser starts with; it goes to the first job, since another one would take 0.1 s more. */
  readonly firstPage: () => string | null;
  /** Resolves when the browser has ended, with its last words. */
  readonly ended: Promise<string>;
  /** Ends every process of it and takes its profile away. Safe to call twice. */
  readonly end: () => Promise<void>;
}

/** How long a browser may take until it answers, in milliseconds. A cold disk and a slow machine are allowed for. */
const startLimit = 30_000;

/** How much of the browser's standard error is kept, in characters, to say why it did not start. */
const lastWordsLimit = 8_000;

/**
 * Starts a browser. Throws {@link BrowserFailure} `no-start` when none of the ways to start it works, or when `stop` fires while
 * it starts.
 */
export async function launch(choice: BrowserChoice, stop: AbortSignal): Promise<Launched> {
  let failure = new BrowserFailure('no-start', 'The browser did not start.');
  for (const containment of containments(choice.path)) {
    try {
      return await launchContained(choice, containment, stop);
    } catch (error) {
      if (!(error instanceof BrowserFailure)) throw error;
      failure = error;
      if (stop.aborted) break;
    }
  }
  throw failure;
}

async function launchContained(
  choice: BrowserChoice,
  containment: Containment,
  stop: AbortSignal,
): Promise<Launched> {
  const { profile, env } = prepare(choice, containment);
  const [program = choice.path, ...rest] = [
    ...containment.prefix,
    choice.path,
    ...containment.flags,
    ...chromiumArguments(profile),
  ];
  // Its own process group: ending the group ends renderers and helpers, too, and Ctrl-C in the terminal reaches
  // only us, so that we decide what is finished first.
  const child = spawn(program, rest, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env,
  });
  const exit = new Promise<string>((resolve) => {
    const words = lastWords(child);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(words() || `It ended with ${signal ?? `code ${code}`}.`));
  });
  const end = async () => {
    endGroup(child);
    await exit;
    removeProfileFolder(profile);
  };

  const stopped = () => endGroup(child);
  stop.addEventListener('abort', stopped);

  try {
    const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
    // The class is public, the path is not: the whole package takes 0.15 s to load, this part of it 0.02 s.
    const { Connection } = await import('puppeteer-core/internal/cdp/Connection.js');
    const connection = new Connection('', transport, 0, 0);
    const tooSoon = exit.then((words): never => {
      throw new BrowserFailure('no-start', words);
    });
    const [{ product }, { targetInfos }] = await within(
      startLimit,
      Promise.race([
        Promise.all([connection.send('Browser.getVersion'), connection.send('Target.getTargets', {})]),
        tooSoon,
      ]),
    );
    const pages = targetInfos.filter((target) => target.type === 'page').map((target) => target.targetId);
    const firstPage = () => pages.shift() ?? null;
    return { connection, product, notice: containment.notice, firstPage, ended: exit, end };
  } catch (error) {
    endGroup(child);
    const words = await exit;
    removeProfileFolder(profile);
    throw error instanceof BrowserFailure && error.kind !== 'no-start'
      ? error
      : new BrowserFailure('no-start', words);
  } finally {
    stop.removeEventListener('abort', stopped);
  }
}

/** Makes what the browser needs on disk. On a full one, or where a user may not be had, that is another way it does not start. */
function prepare(
  choice: BrowserChoice,
  containment: Containment,
): { profile: string; env: NodeJS.ProcessEnv } {
  try {
    const profile = makeProfileFolder(containment.owner);
    return { profile, env: environment(choice, profile) };
  } catch (error) {
    throw new BrowserFailure('no-start', `It has no folder for its profile: ${(error as Error).message}.`);
  }
}

/** Neither time zone nor language of the machine reach the page, and what the browser writes lies in its profile. */
function environment(choice: BrowserChoice, profile: string): NodeJS.ProcessEnv {
  const libraries = [choice.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    ...process.env,
    HOME: profile,
    TMPDIR: profile,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }),
    ...(process.platform === 'linux'
      ? { FONTCONFIG_FILE: writeFontConfiguration(profile, choice.fonts) }
      : {}),
  };
}

/** Collects what the program writes to standard error and returns a way to ask for it. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-lastWordsLimit);
  });
  return () => text.trim();
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new BrowserFailure('timeout', `The browser did not answer within ${milliseconds / 1000} s.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
