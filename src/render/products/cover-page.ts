import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { distinctAssets, fragmentsCss, pageOf, sheets } from './static-page.js';

/** `cover.html`: the first slide as static HTML, for the shelf. */
export function coverPage(rendered: RenderedEdition): RenderedPage {
  const { edition, theme, slides } = rendered;
  const styles = sheets({
    fonts: theme.screenFontsCss,
    fragments: fragmentsCss(rendered),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    own: rendered.css,
  });
  const [first] = slides;
  const html = rendered.templates.page('cover.hbs', {
    lang: edition.settings.lang,
    title: edition.title,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    variant: edition.settings.variant ?? theme.variant,
    width: edition.settings.aspect.width,
    height: edition.settings.aspect.height,
    slideHtml: first?.finalHtml ?? '',
  });
  const assets = distinctAssets(styles, rendered.cssAssets, first?.assets ?? []);
  return pageOf(rendered, 'shelf', `public/${edition.folder}/cover.html`, html, assets, null);
}
