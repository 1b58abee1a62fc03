import { compileTemplate, newTemplateKeeper } from '../../theme/compile-template.js';
import { pageFile } from '../../theme/page-files.js';
import type { Theme } from '../../theme/theme.js';
import type { Words } from '../../theme/words.js';
import { ownAsset } from '../own-asset.js';
import type { Asset } from '../page.js';
import { sheets } from './static-page.js';

export type Variant = Theme['variant'];

/** A theme and the pictures of it. */
export interface PicturedTheme {
  readonly title: string;
  /** Empty where it does not say. */
  readonly about: string;
  /** Below `themes/` of the working folder, and not one of ours. */
  readonly own: boolean;
  /** What settings call it. */
  readonly named: string;
  readonly theme: Theme;
  readonly sides: readonly {
    readonly variant: Variant;
    readonly pictures: readonly { readonly layout: string; readonly bytes: Uint8Array }[];
  }[];
}

/** A theme that brings colours and nothing else, by one picture. */
export interface PicturedColours {
  readonly named: string;
  readonly bytes: Uint8Array;
}

/** `themes.html`: every theme by the same slides, light and dark. Works from disk, without scripts. */
export function galleryPage(
  shown: { readonly themes: readonly PicturedTheme[]; readonly revealed: readonly PicturedColours[] },
  size: { readonly width: number; readonly height: number },
  look: Theme,
  words: Words,
  lang: string,
): { readonly html: string; readonly assets: readonly Asset[] } {
  const styles = sheets({
    fonts: look.screenFontsCss,
    theme: look.slidesCss,
    gallery: pageFile(look.templates, 'gallery.css'),
  });
  const pictures = new Map<string, Asset>();
  const kept = (name: string, bytes: Uint8Array) => {
    const picture = ownAsset(name, bytes);
    pictures.set(picture.path, picture);
    return picture.path;
  };
  const view = {
    lang,
    words: words.gallery,
    stylesheets: styles.map((asset) => asset.path),
    ...size,
    themes: shown.themes.map((one, index) => ({
      id: `theme-${index + 1}`,
      title: one.title,
      about: one.about,
      // What a theme says of itself is in its author's language; ours are English.
      aboutLang: one.own || lang === 'en' ? null : 'en',
      own: one.own,
      takesBrand: one.theme.takesBrand,
      credits: one.theme.credits,
      sides: one.sides.map(({ variant, pictures: taken }) => ({
        variant,
        label: words.gallery[variant],
        named: variant === one.theme.variant ? one.named : `${one.named}\nvariant: ${variant}`,
        pictures: taken.map(({ layout, bytes }, slide) => {
          const src = kept(`${one.theme.name.toLowerCase()}-${variant}-${slide + 1}.png`, bytes);
          const shows = words.gallery.slides[layout as keyof Words['gallery']['slides']];
          return { src, alt: `${one.title}, ${words.gallery[variant]}: ${shows}` };
        }),
      })),
    })),
    revealed: shown.revealed.map(({ named, bytes }) => ({
      named,
      src: kept(`${named.replace('/', '-')}.png`, bytes),
      alt: `${named}: ${words.gallery.slides.content}`,
    })),
  };
  const template = compileTemplate(newTemplateKeeper(), pageFile(look.templates, 'gallery.hbs'));
  return { html: template(view), assets: [...styles, ...pictures.values()] };
}
