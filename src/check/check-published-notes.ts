import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { speakerBlocks } from '../model/audience.js';
import type { Edition } from '../model/workshop.js';

/**
 * Says it where an edition asks for notes on the handout, which is a public file, and has some.
 *
 * @param place where the settings ask for it
 */
export function checkPublishedNotes(edition: Edition, place: Span | null): readonly Diagnostic[] {
  const { notes, slides } = edition.settings.handout;
  if (!notes || slides !== 1 || !edition.slides.some((slide) => speakerBlocks(slide).length > 0)) return [];
  return [
    diagnostic(
      'handout/publishes-notes',
      place,
      'The handout shows the speaker’s notes, and it is a public file.',
      {
        hint: 'If that is what you want, go on. Otherwise take `notes` out of `handout`, or build without the handout.',
      },
    ),
  ];
}
