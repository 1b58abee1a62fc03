import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Edition } from '../model/workshop.js';
import { blocksOf } from '../parse/kinds.js';
import { longestCode, whyNoCode } from '../parse/qr-address.js';

/**
 * Says which addresses get no QR code, and why.
 *
 * @param urlPlace where the settings name the deck's own address, which its last slide shows
 */
export function checkCodes({ slides, settings }: Edition, urlPlace: Span | null): readonly Diagnostic[] {
  const blocks = slides.flatMap((slide) => blocksOf([...slide.blocks, ...slide.notes], 'container'));
  const found = blocks.flatMap(({ name, argument, span }) =>
    name === 'qr' && argument !== null ? noCode(argument, span) : [],
  );
  const shown = settings.url !== null && slides.some((slide) => slide.layout === 'end');
  return shown ? [...found, ...noCode(settings.url, urlPlace)] : found;
}

function noCode(address: string, span: Span | null): readonly Diagnostic[] {
  switch (whyNoCode(address)) {
    case null:
      return [];
    case 'private':
      return [
        diagnostic(
          'qr/private-address',
          span,
          `No QR code is drawn for \`${address}\`: it leads into your own machine or network.`,
          { hint: 'Nobody in the room can open it. Name an address that everybody reaches.' },
        ),
      ];
    case 'too-long':
      return [
        diagnostic(
          'qr/too-long',
          span,
          `No QR code is drawn for this address of ${address.length} characters: no phone could tell its dots apart.`,
          {
            hint: `Name a shorter one, of ${longestCode} characters at most; short links are read from further away.`,
          },
        ),
      ];
  }
}
