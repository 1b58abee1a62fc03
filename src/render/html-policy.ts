/** What raw HTML may be under `html: safe`: layout, text, tables, media, drawings; nothing that runs or reaches out. */
export const allowedTags: readonly string[] =
  `a abbr address article aside audio b bdi bdo big blockquote br caption center
  cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i
  img input ins kbd li main mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub
  summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr
  svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs marker linearGradient
  radialGradient stop clipPath mask pattern symbol use`.split(/\s+/);

const everywhere = `class id style title lang dir role tabindex hidden align valign width height translate
  slot part itemprop`.split(/\s+/);

const drawing =
  `viewBox preserveAspectRatio xmlns x y x1 x2 y1 y2 cx cy r rx ry d points fill fill-opacity fill-rule
  stroke stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity opacity transform text-anchor dominant-baseline alignment-baseline font-family font-size font-weight
  font-style letter-spacing dx dy rotate offset stop-color stop-opacity gradientUnits gradientTransform
  patternUnits patternTransform clip-path clip-rule mask marker-start marker-mid marker-end markerWidth markerHeight
  refX refY orient markerUnits vector-effect paint-order focusable`.split(/\s+/);

const byTag: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'target', 'rel', 'name', 'download'],
  img: ['src', 'srcset', 'sizes', 'alt', 'loading', 'decoding'],
  source: ['src', 'srcset', 'sizes', 'type', 'media'],
  video: ['src', 'poster', 'controls', 'autoplay', 'loop', 'muted', 'playsinline', 'preload'],
  audio: ['src', 'controls', 'autoplay', 'loop', 'muted', 'preload'],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open', 'name'],
  font: ['color', 'face', 'size'],
  input: ['type', 'disabled', 'checked'],
  time: ['datetime'],
  del: ['datetime', 'cite'],
  ins: ['datetime', 'cite'],
  q: ['cite'],
  blockquote: ['cite'],
  use: ['href'],
  table: ['border', 'cellpadding', 'cellspacing'],
};

/** Parsers of HTML do not keep capitals. */
const drawingTags = new Set(allowedTags.slice(allowedTags.indexOf('svg')).map((tag) => tag.toLowerCase()));
const drawingAttributes = new Set(drawing.map((name) => name.toLowerCase()));

/** Whether a tag may carry an attribute; `data-*` and `aria-*` may stand anywhere, handlers nowhere. */
export function isAllowedAttribute(tag: string, name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('on') || lower === 'srcdoc' || lower === 'formaction') return false;
  if (/^(?:data|aria)-[\w.-]+$/.test(lower)) return true;
  if (everywhere.includes(lower) || byTag[tag]?.includes(lower) === true) return true;
  return drawingTags.has(tag.toLowerCase()) && drawingAttributes.has(lower);
}

export function isAllowedTag(tag: string): boolean {
  return allowedTags.includes(tag) || tagCase.has(tag.toLowerCase());
}

/** Tags of drawings are written with capitals, which parsers of HTML do not keep. */
const tagCase = new Map(allowedTags.map((tag) => [tag.toLowerCase(), tag]));
