import { standardTheme } from '../config/resolve.js';
import type { Settings } from '../config/settings.js';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { DeckSource } from '../load/deck-source.js';
import { referenceKey } from '../model/library.js';
import { loadTheme, revealThemes, themeNames } from '../theme/load-theme.js';
import type { OwnTemplates } from '../theme/template-files.js';
import type { Theme } from '../theme/theme.js';
import { broughtTheme } from './brought-theme.js';
import type { Gathered } from './gather.js';

/** An edition's theme, in the colours of its brand. One that a deck for reveal.js brings along is none of ours: it gets the one that all get. */
export async function themeOf(
  settings: Settings,
  deck: DeckSource,
  gathered: Gathered,
  templates: string,
  own: { readonly templates: OwnTemplates },
  place: Span | null,
): Promise<Noticed<Theme | null>> {
  const theme = namedTheme(settings, deck, templates, own.templates, place);
  if (theme.value === null && settings.dialect !== 'deckhand' && place !== null) {
    const message = `\`${settings.theme}\` is no theme of ours; the deck gets \`${standardTheme}\` instead.`;
    const problem = diagnostic('deck/foreign-theme', place, message, { hint: 'Leave `theme` out.' });
    return { value: loadTheme(standardTheme, templates, place, own.templates).value, diagnostics: [problem] };
  }
  const read = brandOf(settings, deck, gathered);
  if (theme.value === null || settings.brand === null || read === null) return theme;
  if (!theme.value.takesBrand) {
    const message = `The theme \`${theme.value.name}\` takes no brand, so it is shown in its own colours.`;
    const problem = diagnostic('brand/no-place', settings.brand.span, message, {
      hint: 'Set `theme: ensign`, or leave `brand` out.',
    });
    return { value: theme.value, diagnostics: [...theme.diagnostics, problem] };
  }
  // Few decks have one.
  const { brandTheme } = await import('../theme/brand-theme.js');
  return brandTheme(theme.value, read.brand, (path) => {
    const found = gathered.find(read.source.file, path);
    return found && { mediaType: found.file.mediaType, bytes: found.bytes };
  });
}

/** The theme that the settings name: one of ours, one in the colours of reveal.js' own, or a folder of the author's. */
function namedTheme(
  { theme, dialect }: Settings,
  deck: DeckSource,
  templates: string,
  own: OwnTemplates,
  place: Span | null,
): Noticed<Theme | null> {
  // In decks for reveal.js a bare name is one of its themes.
  const bare = dialect === 'reveal' && revealThemes(templates).includes(theme);
  const named = bare ? `reveal/${theme}` : theme;
  const brought = broughtTheme(named, themeNames(templates), deck.settings, place);
  if (brought === null) return loadTheme(named, templates, place, own);
  if ('code' in brought) return { value: null, diagnostics: [brought] };
  return loadTheme(brought.name, templates, place, own, new Map([[brought.name, brought.folder]]));
}

/** Settings with the logo of the brand where they have none of their own, and do not say that there is to be none. */
export function withLogo(settings: Settings, deck: DeckSource, gathered: Gathered): Settings {
  const read = brandOf(settings, deck, gathered);
  const file = read?.brand.values.logo;
  const span = read?.brand.place('logo');
  const { logo, logoOfBrand } = settings;
  return logo !== null || logoOfBrand === null || file === undefined || !span
    ? settings
    : { ...settings, logo: { file, span, ...logoOfBrand } };
}

function brandOf({ brand }: Settings, deck: DeckSource, gathered: Gathered) {
  return brand && (gathered.brands.get(referenceKey(deck.settings.file, brand.file)) ?? null);
}
