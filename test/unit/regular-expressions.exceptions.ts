/** Regular expressions of ours that can take more than linear time, and why that does no harm. */
export const exceptions: readonly { readonly expression: string; readonly because: string }[] = [
  {
    expression: String.raw`commands/wrap.ts: /^(?: {4}|\s*(?:[-*+>|]|\d+[.)])(?:\s|$))/m`,
    because: 'It reads our own explanations, not content.',
  },
  {
    expression: String.raw`config/value-kinds.ts: /\s*,\s*/`,
    because: 'It reads one value of the settings, whose file is small.',
  },
  {
    expression: String.raw`config/written.ts: /^[^#\n]*\S/m`,
    because: 'It reads settings, whose file has a limit of its own.',
  },
  {
    expression: String.raw`load/svg-size.ts: /^\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*([a-z]*)\s*$/i`,
    because: 'It reads one attribute of a drawing, and blanks at the end of it only.',
  },
  { expression: 'model/ids.ts: /-+$/', because: 'It reads sixty characters at most.' },
  {
    expression: String.raw`pipeline/gather.ts: /url\(\s*["']?([^)"']+)["']?\s*\)/gi`,
    because: 'It is slow only in a run of blanks behind `url(`, and square at worst.',
  },
  {
    expression: String.raw`pipeline/range.ts: /^\s*(\d{1,6})(\s*-\s*(\d{0,6}))?\s*$/`,
    because: 'It reads an option of the command line, not content.',
  },
  {
    expression: String.raw`print/try-program.ts: /\d+\.\d+/`,
    because: 'It reads the version that a browser says of itself.',
  },
  {
    expression: String.raw`render/code.ts: /<span[^>]*>|<\/span>/g`,
    because: 'It reads what our own highlighting wrote, where every tag is closed.',
  },
  { expression: 'render/emoji.ts: /<svg[^>]*>/', because: 'It reads pictures that come with Deckhand.' },
  {
    expression: String.raw`render/grammars/hcl.ts: /(?=(?:[ \t]+(?:"[^"\n]*"|[A-Za-z][\w-]*))*[ \t]*\{)/`,
    because: 'It looks at one line only, and lines have a limit.',
  },
  {
    expression: String.raw`render/grammars/hcl.ts: /(?=[ \t]*=(?![=>]))/`,
    because: 'It looks at one line only, and lines have a limit.',
  },
  {
    expression: String.raw`render/scope-css.ts: /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/gi`,
    because: 'It is slow only in a run of blanks behind `url(`, and square at worst.',
  },
  {
    expression: String.raw`render/read-drawing.ts: /<svg\b[^>]*>/i`,
    because: 'It is square only where no `>` follows `<svg` again and again; the first one ends it.',
  },
  {
    expression: String.raw`render/scope-css.ts: /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\*[\s\S]*?\*\//g`,
    because: 'It is square only where the same sign is opened again and again and never closed.',
  },
  {
    expression: String.raw`theme/compact-css.ts: /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g`,
    because: 'Themes are trusted as code is.',
  },
  {
    expression: 'theme/template-helpers.ts: /<[^>]*>/g',
    because: 'It reads what our own templates wrote, where every tag is closed.',
  },
  {
    expression: String.raw`config/settings-beside.ts: /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\t/g`,
    because: 'It reads the settings beside a deck, a small file.',
  },
  { expression: 'diagrams/finish-svg.ts: /^ +| +$/g', because: 'It reads one label of a diagram.' },
  {
    expression: String.raw`diagrams/mermaid-problem.ts: /%%\{.*?\}%%/`,
    because: 'It looks at one line only, of a diagram that is drawn in a time of its own.',
  },
  {
    expression: String.raw`diagrams/mermaid-settings.ts: /["']?(\w+)["']?\s*:/g`,
    because:
      'It is square only in a word or a run of blanks that goes on and on, in the settings of a diagram.',
  },
  {
    expression: String.raw`parse/comments.ts: /([^\s"'=,;]+)="([^"]*)"|(data-[\w-]+)(?=[\s,;]|$)/g`,
    because: 'It is square only in a word that goes on for a whole line, and lines have a limit.',
  },
  {
    expression: String.raw`parse/extensions/math.ts: /^[ \t]*([^\n]*?)[ \t]*(?:\n|$)/`,
    because: 'It looks at one line only, within the time that a file is given.',
  },
  {
    expression: String.raw`render/math-css.ts: /@font-face\{[^}]*\}/g`,
    because: 'It reads the stylesheet that comes with KaTeX.',
  },
  {
    expression: String.raw`render/math-css.ts: /([^{}]+)\{([^}]*)\}/g`,
    because: 'It reads the stylesheet that comes with KaTeX.',
  },
  {
    expression: String.raw`render/math-css.ts: /url\(([^)]+\.woff2)\)/`,
    because: 'It reads the stylesheet that comes with KaTeX.',
  },
  {
    expression: String.raw`diagrams/dot.ts: /<text\b[^>]*>([^<]*)<\/text>/g`,
    because: 'It reads what Graphviz drew, where every tag is closed.',
  },
  {
    expression: 'diagrams/mermaid-problem.ts: /unexpected character: ->(.*?)<-/s',
    because: 'It reads one message of Mermaid.',
  },
  {
    expression: String.raw`diagrams/page/read-looks.ts: /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/gi`,
    because: 'It reads one value of a theme’s looks.',
  },
  {
    expression: String.raw`render/math.ts: /<span class="katex"><span class="katex-mathml"><math(?:(?!<\/math>).)*?<annotation encoding="application\/x-tex">([^<]*)<\/annotation><\/semantics><\/math><\/span><span class="katex-html" aria-hidden="true">/gs`,
    because: 'It reads what KaTeX drew of one formula, where every tag is closed.',
  },
  {
    expression: String.raw`diagrams/page/read-looks.ts: /(?:fill|stroke|colou?r|background|bkg|\$bgColor|\$fontColor|\$borderColor)["']?\s*[:=]\s*["']?([a-z]+)|^\s*(?:rect|box)\s+([a-z]+)/gim`,
    because: 'It runs in the page that draws diagrams, which has a deadline of its own.',
  },
  {
    expression: String.raw`render/film.ts: /<(video|audio)\b(?:"[^"]*"|'[^']*'|[^>"'])*>[\s\S]*?<\/\1>/g`,
    because: 'It reads HTML that we have written, in which every film is closed.',
  },
];
