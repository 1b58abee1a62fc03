import type { Entry } from './entry.js';

export const render = {
  'html/dropped': {
    severity: 'warning',
    title: 'Raw HTML that could run or reach out is left out',
    explanation:
      'With `html: safe`, the default, scripts, event handlers, forms, frames of anything but pages of the web, and addresses such as `javascript:` are taken out of raw HTML, so that a deck somebody sent you is safe to build. If you wrote the deck yourself, set `html: trusted`.',
  },
  'image/no-alt': {
    severity: 'warning',
    title: 'A picture in raw HTML has no words for those who cannot see it',
    explanation:
      'Who listens to a deck, or to a PDF, hears what `alt` says of a picture; without one many programs read out the name of the file. Write what the picture shows. `alt=""` says that it is decoration and is passed over, as `![](x.png)` does in Markdown.',
  },
  'css/dropped': {
    severity: 'warning',
    title: 'A part of a stylesheet is left out',
    explanation:
      'A deck’s own stylesheets are kept to its slides. What would fetch something from elsewhere, such as `@import` or a remote `url()`, is left out: put the file beside the deck and refer to it there.',
  },
  'css/broken': {
    severity: 'error',
    title: 'A stylesheet cannot be read',
    explanation:
      'The stylesheet has a mistake that keeps it from being read, such as a brace that is never closed.',
  },
  'code/unknown-language': {
    severity: 'warning',
    title: 'Code in a language that is not known',
    explanation:
      'The word behind the backticks names the language of a code block, for its colours. A block in a language that is not known is shown without colours; `text` says so on purpose.',
  },
  'math/broken': {
    severity: 'warning',
    title: 'A formula cannot be typeset',
    explanation:
      'What stands between `$` and `$`, between `$$` and `$$`, or in a `math` fence is a formula in TeX, as KaTeX reads it. One that it cannot read, that has characters its fonts lack, or that would reach out of the slide (`\\href`, `\\includegraphics`), is shown as it was written. Where no formula was meant, write `\\$`, or set `math: false`.',
  },
  'math/doubtful': {
    severity: 'warning',
    title: 'A formula loses something',
    explanation:
      'The formula can be typeset, but not as it was meant: a `%` makes the rest a comment, and `\\\\` outside of an environment breaks no line.',
  },
  'media/remote': {
    severity: 'warning',
    title: 'A picture or film from elsewhere is not fetched',
    explanation:
      'A build asks the network for nothing, and neither does a deck: on stage there may be none. In place of a remote picture stands a box with its text and address. Save the file beside the deck and refer to it there.',
  },
} as const satisfies Record<string, Entry>;
