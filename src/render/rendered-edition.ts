import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Theme } from '../theme/theme.js';
import type { Words } from '../theme/words.js';
import type { Highlight, RenderContext } from './context.js';
import { type DrawFlow, flowWith } from './flow.js';
import type { Typesetter } from './math.js';
import type { FindDrawing, FindMedia } from './media-use.js';
import type { Asset } from './page.js';
import type { DrawCode } from './qr.js';
import { type RenderedSlide, renderSlide, type SlideTools } from './slide.js';
import { prepareTemplates, type Templates } from './templates.js';
import { themeFor } from './theme-extras.js';

/** What rendering an edition needs beside the edition itself. */
export interface RenderTools {
  readonly theme: Theme;
  readonly words: Words;
  readonly highlight: Highlight;
  readonly find: FindMedia;
  readonly drawing: FindDrawing;
  /** Null where no slide has a QR code. */
  readonly qr: DrawCode | null;
  /** Null where no text has emoji. */
  readonly emoji: typeof import('./emoji.js') | null;
  readonly diagram: RenderContext['diagram'];
  /** Whether any product shows the speaker's notes. */
  readonly notes: boolean;
  /** Null where no slide has raw HTML. */
  readonly clean: typeof import('./clean-html.js') | null;
  /** Null where no fragment needs the order of all. */
  readonly states: typeof import('./steps.js') | null;
  /** Keeps a `<style>` of the Markdown's to the slides; loaded like `clean`. */
  readonly scope: ((sheet: string) => string) | null;
  /** Null where no slide has a formula. */
  readonly math: { readonly newTypesetter: () => Typesetter; readonly css: (html: string) => string } | null;
  /** For who draws the same edition again and again; null draws all slides. */
  readonly keep: KeepSlides | null;
  /** The deck's own stylesheets, scoped to the slides, and files they use. */
  readonly css: { readonly css: string; readonly assets: readonly Asset[] };
}

/** Gives slides that were drawn before, and draws the others; `silent` are those of which nothing had to be said. */
export type KeepSlides = (
  edition: Edition,
  tools: RenderTools,
  draw: (slide: Slide) => { readonly rendered: RenderedSlide; readonly silent: boolean },
) => readonly RenderedSlide[];

/** An edition with all its slides as HTML: what every product is made from. */
export interface RenderedEdition {
  readonly edition: Edition;
  readonly slides: readonly RenderedSlide[];
  readonly theme: Theme;
  /** The theme without the rules for what its slides have. */
  readonly plainTheme: Theme;
  readonly words: Words;
  readonly templates: Templates;
  /** What draws formulas; empty where there are none. */
  readonly mathCss: string;
  /** The deck's own rules, `<style>` in its Markdown included. */
  readonly css: string;
  readonly cssAssets: readonly Asset[];
  /** Draws parts of it as running text, for documents on paper. */
  readonly drawFlow: DrawFlow;
  /** Draws QR codes, for covers and the like. */
  readonly codes: Pick<RenderContext, 'qr' | 'words'>;
  readonly media: FindMedia;
  /** Whose work is in it beside the author's, where a licence asks for that to be said. */
  readonly credits: readonly string[];
}

/** Renders every slide of an edition, once for all products. */
export function renderEdition(edition: Edition, tools: RenderTools): Noticed<RenderedEdition> {
  const {
    theme,
    words,
    highlight,
    find,
    drawing,
    diagram,
    qr,
    emoji,
    notes,
    clean,
    states,
    scope,
    css,
    math,
  } = tools;
  let drawings = 0;
  const diagnostics: Diagnostic[] = [];
  const templates = prepareTemplates(theme);
  const shared: SlideTools = {
    edition,
    theme,
    templates,
    context: {
      highlight,
      qr,
      words,
      icons: theme.icons,
      drawing,
      diagram,
      nextPrefix: () => `drawing${++drawings}-`,
    },
    find,
    emoji,
    notes,
    clean,
    states,
    typesetter: math?.newTypesetter ?? null,
    notice: (one) => diagnostics.push(one),
  };
  const draw = (slide: Slide) => {
    const before = diagnostics.length;
    const rendered = renderSlide(slide, shared);
    return { rendered, silent: diagnostics.length === before };
  };
  const slides = tools.keep?.(edition, tools, draw) ?? edition.slides.map((slide) => draw(slide).rendered);
  const credits =
    emoji && slides.some((one) => one.html.includes('<img class="emoji"')) ? [emoji.emojiCredit] : [];
  const styles = scope ? slides.flatMap((one) => one.css).map(scope) : [];
  const drawn = slides.flatMap(({ html, paperHtml, notesHtml }) => [html, paperHtml, notesHtml]);
  const own = [css.css, ...styles].join('\n');
  return {
    value: {
      edition,
      slides,
      theme: themeFor(edition, theme),
      plainTheme: theme,
      words,
      templates,
      credits,
      drawFlow: flowWith(shared),
      codes: { qr, words },
      media: find,
      mathCss: math?.css(drawn.join('')) ?? '',
      css: own,
      cssAssets: css.assets,
    },
    diagnostics,
  };
}
