import type { LiveState } from '../pipeline/live.js';
import { templatesFolder } from '../pipeline/prepare.js';
import type { Answer } from '../serve/answer.js';
import { loadWords, type Words } from '../theme/words.js';
import { ownPage } from './own-files.js';
import { isDeck, pathOf, productsToSee } from './views.js';

interface HomeOptions {
  readonly boot: string;
  readonly version: number;
  readonly phones: { readonly remote: string; readonly audience: string } | null;
}

/** The first page: every deck with its first slide, the page of each of its products, and addresses for phones. */
export function homePage(state: LiveState, { boot, version, phones }: HomeOptions): Answer {
  const { lang, words } = wordsOf(state);
  const { editions } = state;
  return ownPage('home.hbs', {
    boot,
    version: String(version),
    lang,
    words,
    phones,
    decks: [...editions].map(([folder, edition]) => {
      const { title, name, settings } = edition.rendered.edition;
      const href = (product: Parameters<typeof pathOf>[1]) => encodeURI(pathOf(folder, product));
      return {
        title,
        subtitle: settings.subtitle,
        edition: name,
        width: settings.aspect.width,
        height: settings.aspect.height,
        coverSrc: href('cover'),
        deckHref: href('deck'),
        presentHref: href('present'),
        paper: productsToSee(edition)
          .filter((product) => !isDeck(product))
          .map((product) => ({
            label: words[product],
            href: href(product),
            pdfHref: href(product).replace(/\.html$/, '.pdf'),
          })),
      };
    }),
  });
}

/** What the audience sees before there is anything to follow. */
export function waitingPage(state: LiveState, boot: string, status = 200): Answer {
  return ownPage('waiting.hbs', { boot, ...wordsOf(state) }, status);
}

/** In the language of the first deck. */
function wordsOf({ editions }: LiveState): { readonly lang: string; readonly words: Words } {
  const [first] = editions.values();
  const lang = first?.rendered.edition.settings.lang ?? 'en';
  return { lang, words: loadWords(lang, templatesFolder(), null).value };
}

/** The page of the speaker's phone. */
export function remotePage(state: LiveState): Answer {
  const { lang, words } = wordsOf(state);
  const { stepLeft, stepsLeft, next, noNotes, left, behind, ahead, onTime } = words;
  const said = JSON.stringify({ stepLeft, stepsLeft, next, noNotes, left, behind, ahead, onTime });
  return ownPage('remote.hbs', { lang, words, wordsHtml: said.replaceAll('<', '\\u003c') });
}

/** What the first page lists, and with it the shelf. */
export function namesOf({ editions }: LiveState): string {
  return JSON.stringify(
    [...editions].map(([folder, { rendered, products }]) => [
      folder,
      rendered.edition.title,
      rendered.edition.settings.subtitle,
      [...products],
      rendered.slides[0]?.finalHtml,
    ]),
  );
}
