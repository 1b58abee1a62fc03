import type { DeckInformation } from '../deck-view.js';
import { deckView } from '../deck-view.js';
import { licenceName, licenceUrl } from '../licence.js';
import { MediaUse } from '../media-use.js';
import type { Asset } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** What stands on the cover of a document. */
export interface CoverView extends DeckInformation {
  /** "Workbook", "Lab sheets": what of the deck it is. */
  readonly kind: string;
  /** Where, when and from whom: the lines below the title. */
  readonly facts: readonly string[];
  readonly licenceName: string | null;
  readonly licenceUrl: string | null;
  /** Whether there is a line for the name of whoever owns it. */
  readonly named: boolean;
}

/** @param named whether participants write their names on it */
export function coverOf(
  rendered: RenderedEdition,
  kind: string,
  named: boolean,
): { readonly view: CoverView; readonly assets: readonly Asset[] } {
  const { edition, codes, media } = rendered;
  const use = new MediaUse(media);
  const deck = deckView(edition, use.media, codes);
  const { license } = edition.settings;
  const facts = [deck.event, deck.date, deck.place].filter((one) => one !== null);
  return {
    view: {
      ...deck,
      kind,
      facts,
      licenceName: license === null ? null : licenceName(license),
      licenceUrl: license === null ? null : licenceUrl(license),
      named,
    },
    assets: use.assets,
  };
}
