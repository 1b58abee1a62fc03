import { networkInterfaces } from 'node:os';
import { type LiveState, openLive } from '../pipeline/live.js';
import type { BuildOptions, BuildResult } from '../pipeline/options.js';
import { isLoopback } from '../serve/host.js';
import { serve } from '../serve/server.js';
import { newTokens } from '../serve/tokens.js';
import { watchFolders } from '../watch/watch.js';
import type { Editor } from './problems.js';

export { editors } from './problems.js';

import { openSite } from './site.js';

export interface PreviewOptions {
  readonly build: BuildOptions;
  readonly cwd: string;
  readonly host: string;
  readonly port: number;
  readonly present: boolean;
  readonly editor: Editor;
  /** Told after each change, with the milliseconds it took until all pages had been told. */
  readonly changed: (state: LiveState, milliseconds: number) => void;
  readonly failed: (error: unknown) => void;
}

export interface Preview {
  readonly port: number;
  /** What to open: with the token, that the browser keeps from then on. */
  readonly address: string;
  /** The same for other machines of the network; null where none can reach this one. */
  readonly elsewhere: string | null;
  readonly state: LiveState;
  readonly end: () => Promise<void>;
}

/** Builds, serves and watches, until it is ended. What `build` could not even begin ends as that does; null: no port is free. */
export async function startPreview(options: PreviewOptions): Promise<Preview | BuildResult | null> {
  const opened = await openLive(options.build);
  if ('outcome' in opened) return opened;
  const live = opened;
  const tokens = newTokens();
  const open = !isLoopback(options.host);
  let port = options.port;
  const base = () => `http://${open ? ownAddress(options.host) : shownHost(options.host)}:${port}`;
  const site = openSite({
    live,
    cwd: options.cwd,
    editor: options.editor,
    present: options.present,
    phones: () =>
      options.present
        ? { remote: `${base()}/-/remote?token=${tokens.remote}`, audience: `${base()}/follow` }
        : null,
  });
  const served = await serve({
    host: options.host,
    port: options.port,
    tokens,
    isOpen: site.isOpen,
    answer: site.answer,
    failed: options.failed,
  });
  if (served === null) {
    await live.end();
    return null;
  }
  port = served.port;

  let waiting: Set<string> | null = null;
  let working = false;
  const watching = watchFolders(live.state().watched, (paths) => {
    waiting = new Set([...(waiting ?? []), ...paths]);
    if (!working) workOff().catch(options.failed);
  });

  return {
    port,
    address: `http://${shownHost(options.host)}:${port}/?token=${tokens.author}`,
    elsewhere: open ? `${base()}/?token=${tokens.author}` : null,
    state: live.state(),
    end: async () => {
      watching.end();
      site.end();
      await served.end();
      await live.end();
    },
  };

  /** One build at a time; what changes meanwhile makes the next one. */
  async function workOff(): Promise<void> {
    working = true;
    try {
      while (waiting !== null) {
        const started = performance.now();
        const changed: ReadonlySet<string> = waiting;
        waiting = null;
        const before = live.state();
        const state = await live.rebuild(changed);
        await site.update(state);
        watching.follow(state.watched);
        if (isOther(before, state)) options.changed(state, performance.now() - started);
        // Requests have their turn, however much changes.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      working = false;
    }
  }
}

/** Whether there is anything to see of a change: most files in a folder are of no deck. */
function isOther(before: LiveState, now: LiveState): boolean {
  const kept = [...now.editions].every(([folder, edition]) => before.editions.get(folder) === edition);
  const same = kept && before.editions.size === now.editions.size;
  return !same || JSON.stringify(before.diagnostics) !== JSON.stringify(now.diagnostics);
}

/** What a browser on this machine calls it. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** What the others of the network call this machine. */
export function ownAddress(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return shownHost(host);
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return own?.address ?? 'localhost';
}
