import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/**
 * The browser's debugging pipe, as puppeteer's connection wants it: messages are JSON and end in a zero byte.
 *
 *     we → fd 3 → browser        browser → fd 4 → us
 *
 * A pipe and not a WebSocket: it breaks with our process, however that ends, and the browser goes with it.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send(message) {
      toBrowser.write(`${message}\0`);
    },
    close() {
      toBrowser.destroy();
      fromBrowser.destroy();
    },
  };

  /** The parts of a message that is not whole yet: a PDF comes in thousands of them. */
  let pieces: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end));
      const message = (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))?.toString() ?? '';
      pieces = [];
      start = end + 1;
      transport.onmessage?.(message);
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  });

  const closed = () => transport.onclose?.();
  fromBrowser.on('close', closed);
  // A browser that ends breaks both pipes; the close event above tells whoever waits.
  fromBrowser.on('error', () => {});
  toBrowser.on('error', () => {});
  return transport;
}
