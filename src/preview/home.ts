import type { LiveState } from '../pipeline/live.js';
import { templatesFolder } from '../pipeline/prepare.js';
import type { Answer } from '../serve/answer.js';
import { loadWords } from '../theme/words.js';
import { ownPage } from './own-files.js';
import { isDeck, pathOf, productsToSee } from './views.js';

interface HomeOptions {
  readonly boot: string;
  readonly version: number;
  readonly phones: { readonly remote: string; readonly audience: string } | null;
}

/** The first page: every deck with its first slide, the page of each of its products, and addresses for phones. */
export function homePage({ editions }: LiveState, { boot, version, phones }: HomeOptions): Answer {
  const [first] = editions.values();
  const lang = first?.rendered.edition.settings.lang ?? 'en';
  const words = loadWords(lang, templatesFolder(), null).value;
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

/** The page of the speaker's phone. */
export function remotePage({ editions }: LiveState): Answer {
  const [first] = editions.values();
  const lang = first?.rendered.edition.settings.lang ?? 'en';
  const words = loadWords(lang, templatesFolder(), null).value;
  const { stepLeft, stepsLeft, next, noNotes, left, behind, ahead, onTime } = words;
  const said = JSON.stringify({ stepLeft, stepsLeft, next, noNotes, left, behind, ahead, onTime });
  return ownPage('remote.hbs', { lang, words, wordsHtml: said.replaceAll('<', '\\u003c') });
}
