import { isIP } from 'node:net';

/**
 * Whether a Host header names this machine as somebody would who means it: `localhost`, an address in numbers, or the name the
 * server was given. A page elsewhere can point its own name at us (DNS rebinding), but cannot make its name one of these.
 */
export function isOwnHost(header: string | undefined, named: string | null): boolean {
  const name = hostName(header);
  if (name === null) return false;
  return name === 'localhost' || isIP(name) > 0 || (named !== null && name === named.toLowerCase());
}

/** The name without its port; null where the header is none. */
function hostName(header: string | undefined): string | null {
  const [, six, other, port] = /^(?:\[([\da-f:.]+)\]|([a-z\d.-]+))(?::(\d{1,5}))?$/i.exec(header ?? '') ?? [];
  if (port !== undefined && Number(port) > 65_535) return null;
  return (six ?? other)?.toLowerCase() ?? null;
}

/** Whether only this machine can reach an address that a server listens on. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
