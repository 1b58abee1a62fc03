/** Longer ones make modules that a phone cannot tell apart from where people sit: level M, version 12. */
export const longestCode = 287;

/** Why no QR code is drawn for an address: nobody else can open it, or no phone could read it. Null where one is. */
export function whyNoCode(address: string): 'private' | 'too-long' | null {
  if (isPrivate(address)) return 'private';
  return new TextEncoder().encode(address).length > longestCode ? 'too-long' : null;
}

/** Whether an address leads into this machine or its own network. Other words than addresses are nobody's secret. */
function isPrivate(address: string): boolean {
  const bare = address.trim();
  if (/^file:/i.test(bare)) return true;
  const written = /^(?:localhost|[\d.]+|[\w-]+\.local)(?::\d+)?(?:\/|$)/i.test(bare)
    ? `http://${bare}`
    : bare;
  if (!/^(?:https?|wss?|ftp|ssh):\/\//i.test(written) || !URL.canParse(written)) return false;
  // The parser of addresses undoes other ways to write a number: 0x7f.1 is 127.0.0.1.
  const host = hostOf(written).replace(/\.$/, '');
  if (host.startsWith('[')) return /^\[(?:::1?\]|::ffff:|fe[89ab]|f[cd])/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    return /^(?:0|10|127)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(host);
  }
  return !host.includes('.') || /\.(?:localhost|local|lan|internal|home\.arpa)$/.test(host);
}

/** The name of the machine; schemes that are not the web's are read as if they were, for the same rules. */
function hostOf(address: string): string {
  return new URL(address.replace(/^[a-z]+:/i, 'http:')).hostname.toLowerCase();
}
