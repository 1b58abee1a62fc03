import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { DeckSource } from '../load/deck-source.js';
import { referenceKey } from '../model/library.js';
import type { Edition } from '../model/workshop.js';
import type { Asset } from '../render/page.js';
import type { Gathered } from './gather.js';

/** A deck's own stylesheets, scoped to its slides and joined, and the files they use. */
export interface OwnCss {
  readonly css: string;
  readonly assets: readonly Asset[];
}

/** Scopes the stylesheets that `css:` names. */
export async function ownCss(
  edition: Edition,
  deck: DeckSource,
  gathered: Gathered,
): Promise<Noticed<OwnCss>> {
  const diagnostics: Diagnostic[] = [];
  const { css: named } = edition.settings;
  if (named.length === 0) return { value: { css: '', assets: [] }, diagnostics };
  const { scopeCss } = await import('../render/scope-css.js');
  const { MediaUse } = await import('../render/media-use.js');
  const use = new MediaUse(gathered.find);
  const parts = named.map(({ file }) => {
    const sheet = gathered.sheets.get(referenceKey(deck.settings.file, file));
    if (!sheet) return '';
    // A sheet lies in `assets/` itself, beside the files it uses.
    const scoped = scopeCss(sheet.text, (target) => {
      const found = use.media(sheet.file, target);
      return found && { ...found, href: found.href.replace(/^assets\//, '') };
    });
    if (scoped.broken) {
      const { at, reason } = scoped.broken;
      diagnostics.push(
        diagnostic(
          'css/broken',
          { file: sheet.file, start: at, end: at + 1 },
          `This stylesheet cannot be read: ${reason}.`,
        ),
      );
    }
    for (const { start, end, message } of scoped.dropped) {
      diagnostics.push(diagnostic('css/dropped', { file: sheet.file, start, end }, message));
    }
    return scoped.css;
  });
  return { value: { css: parts.join('\n'), assets: use.assets }, diagnostics };
}
