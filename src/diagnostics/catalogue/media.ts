import type { Entry } from './entry.js';

export const media = {
  'font/no-glyph': {
    severity: 'warning',
    title: 'The theme’s fonts lack characters that are on a slide',
    explanation:
      'A theme brings its own fonts, so that a deck looks the same everywhere. For a character that they lack each machine takes another font, or draws an empty box, on paper too. Bring a font that has it: a stylesheet under `css:` with `@font-face` and a file beside the deck. Deckhand then leaves the matter to you.',
  },
  'qr/private-address': {
    severity: 'warning',
    title: 'An address that nobody else can open gets no QR code',
    explanation:
      'A QR code is for the phones of those in the room. `localhost`, private networks such as `192.168.…`, names that end in `.local` and files of this machine lead them nowhere, so the address stands there as words, without a code.',
  },
  'qr/too-long': {
    severity: 'warning',
    title: 'An address is too long for a QR code',
    explanation:
      'The longer an address, the finer the dots of its code. Above 287 characters phones no longer read it from a few steps away, and on paper not at all. Use a shorter address, such as a page of your own that leads on.',
  },
} as const satisfies Record<string, Entry>;
