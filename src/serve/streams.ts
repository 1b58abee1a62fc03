import type { ServerResponse } from 'node:http';
import { openStream } from './answer.js';

/** One page that listens. */
export interface Listener<T> {
  /** What it told of itself when it came. */
  readonly about: T;
  readonly send: (event: string, data: unknown) => void;
}

export interface Streams<T> {
  readonly open: (response: ServerResponse, about: T) => Listener<T>;
  readonly listeners: () => Iterable<Listener<T>>;
  /** Sends the same to all that it is for, written once. */
  readonly tell: (event: string, data: unknown, isFor: (about: T) => boolean) => void;
  readonly end: () => void;
}

/** Keeps connections open through what stands between, and finds those that are gone. */
const beat = 15_000;
/** Bytes a listener may be behind: one that is asleep is let go, and comes back when it wakes. */
const mostWaiting = 4_000_000;

/** Streams of events (server-sent) to many pages. */
export function newStreams<T>(): Streams<T> {
  const open = new Map<ServerResponse, Listener<T>>();
  const beating = setInterval(() => {
    for (const response of open.keys()) write(response, ':\n\n');
  }, beat);
  beating.unref();

  function write(response: ServerResponse, text: string): void {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(text);
  }

  return {
    open(response, about) {
      openStream(response);
      response.socket?.setNoDelay(true);
      const listener: Listener<T> = {
        about,
        send: (event, data) => write(response, written(event, data)),
      };
      open.set(response, listener);
      response.on('close', () => open.delete(response));
      // Browsers wait a second by default, and a follower should not.
      write(response, 'retry: 500\n\n');
      return listener;
    },
    listeners: () => open.values(),
    tell(event, data, isFor) {
      const text = written(event, data);
      for (const [response, { about }] of open) if (isFor(about)) write(response, text);
    },
    end() {
      clearInterval(beating);
      for (const response of open.keys()) response.destroy();
      open.clear();
    },
  };
}

/** JSON has no line ends of its own, so that one `data:` line holds it. */
function written(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
