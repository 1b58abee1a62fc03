import postcss, { CssSyntaxError, type Rule } from 'postcss';
import type { MediaFile } from './context.js';

/** A stylesheet of the author's after scoping, and what of it could not stay. */
export interface ScopedCss {
  readonly css: string;
  /** Offsets into the sheet; `message` says what is left out there. */
  readonly dropped: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** Where it cannot be read at all. */
  readonly broken: { readonly at: number; readonly reason: string } | null;
}

/** The element that holds all slides, on every page of ours. */
const scope = '.slides-theme';

/**
 * Keeps an author's rules to the slides: selectors start below the element that holds them, `html`, `body` and
 * `:root` mean that element. Nothing is fetched from elsewhere.
 *
 * @param media the local file that a `url()` in the sheet means
 */
export function scopeCss(sheet: string, media: (target: string) => MediaFile | null): ScopedCss {
  const dropped: { start: number; end: number; message: string }[] = [];
  let root: ReturnType<typeof postcss.parse>;
  try {
    root = postcss.parse(sheet);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return { css: '', dropped, broken: { at: error.input?.offset ?? 0, reason: error.reason } };
  }
  const drop = (node: postcss.ChildNode, message: string) => {
    const start = node.source?.start?.offset ?? 0;
    dropped.push({ start, end: node.source?.end?.offset ?? start, message });
    node.remove();
  };
  root.walkAtRules((rule) => {
    if (['import', 'charset', 'namespace', 'layer', 'page'].includes(rule.name) && rule.nodes === undefined) {
      drop(rule, `\`@${rule.name}\` is left out: a sheet of a deck stands alone.`);
    }
  });
  root.walkDecls((declaration) => {
    const { value, missing } = withFiles(declaration.value, media);
    if (missing !== null)
      drop(declaration, `\`${missing}\` is not beside the deck; nothing is fetched from elsewhere.`);
    else declaration.value = value;
  });
  root.walkRules((rule) => {
    if (!isTopmost(rule)) return;
    rule.selectors = rule.selectors.map(scoped);
  });
  root.walkComments((comment) => {
    comment.remove();
  });
  return { css: emptyComments(root.toString()), dropped, broken: null };
}

/**
 * Comments in selectors and values are for nobody but the author. Empty ones stay, since they keep words apart
 * without being a blank.
 */
function emptyComments(css: string): string {
  return css.replace(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\*[\s\S]*?\*\//g, (token) =>
    token.startsWith('/*') ? '/**/' : token,
  );
}

/** Rules inside rules and frames of animations need no scope of their own. */
function isTopmost(rule: Rule): boolean {
  for (let parent = rule.parent; parent; parent = parent.parent as typeof parent) {
    if (parent.type === 'rule') return false;
    if (parent.type === 'atrule' && /keyframes$/i.test((parent as postcss.AtRule).name)) return false;
  }
  return true;
}

function scoped(selector: string): string {
  const trimmed = selector.trim();
  const root = /^(?:html|body|:root)(?![\w-])/i.exec(trimmed);
  if (root) return `${scope}${trimmed.slice(root[0].length)}`;
  const reveal = /^\.(?:reveal|slides)(?![\w-])\s*/.exec(trimmed);
  return `${scope} ${reveal ? trimmed.slice(reveal[0].length) || '*' : trimmed}`;
}

/** Rewrites each `url()`; `missing` is the first that has no file of ours. */
function withFiles(
  value: string,
  media: (target: string) => MediaFile | null,
): { value: string; missing: string | null } {
  let missing: string | null = null;
  const written = value.replace(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/gi,
    (whole, double, single, bare) => {
      const target: string = (double ?? single ?? bare ?? '').trim();
      if (target.startsWith('#') || target.startsWith('data:image/')) return whole;
      const file = media(target);
      if (file === null) missing ??= target;
      return `url("${file?.href ?? ''}")`;
    },
  );
  if (missing === null && /image-set\s*\(|(?:^|[\s,(])src\s*\(/i.test(written)) missing = value;
  return { value: written, missing };
}
