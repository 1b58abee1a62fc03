import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { isPaint, kindOfGround } from '../model/ground.js';
import type { Attributes } from '../parse/ast.js';
import { isRemote } from '../parse/references.js';

interface Rule {
  readonly accepts: (value: string) => boolean;
  readonly hint: string;
}

const oneOf = (names: string): Rule => ({
  accepts: (value) => names.split(' ').includes(value),
  hint: `It may be ${names
    .split(' ')
    .map((name) => `\`${name}\``)
    .join(', ')}.`,
});

const transition = /^(?:none|fade|slide|convex|concave|zoom|linear|default)(?:-in|-out)?$/;
const length = String.raw`(?:auto|\d+(?:\.\d+)?(?:%|px|em|rem|vw|vh)?)`;

/** Settings of slides whose values are known, without reveal.js' `data-`. */
const rules: Readonly<Record<string, Rule>> = {
  transition: {
    accepts: (value) => value.split(/\s+/).every((one) => transition.test(one)),
    hint: 'It may be `none`, `fade`, `slide`, `convex`, `concave` or `zoom`, or two of them as in `"zoom-in fade-out"`.',
  },
  'transition-speed': oneOf('default fast slow'),
  'background-color': {
    accepts: (value) => isPaint(value) && !value.includes('gradient'),
    hint: 'Write a colour as in CSS: `teal`, `#0b6e7c`, `rgb(11 110 124)`.',
  },
  'background-gradient': {
    accepts: (value) => isPaint(value) && value.includes('gradient'),
    hint: 'Write a gradient as in CSS: `linear-gradient(to right, #0c2136, #0b6e7c)`.',
  },
  'background-opacity': {
    accepts: (value) => /^(?:0|1|0?\.\d+|1\.0+)$/.test(value),
    hint: 'Write a number from 0 to 1, such as `0.3`.',
  },
  'background-size': {
    accepts: (value) => new RegExp(`^(?:cover|contain|${length}(?:\\s+${length})?)$`).test(value),
    hint: 'Write `cover`, `contain` or a size such as `50%`.',
  },
  'background-position': {
    accepts: (value) =>
      /^(?:(?:center|top|bottom|left|right|-?\d+(?:\.\d+)?(?:%|px)?)(?:\s+|$)){1,4}$/.test(value),
    hint: 'Write it as in `"top right"` or `"50% 20%"`.',
  },
  'background-repeat': oneOf('no-repeat repeat repeat-x repeat-y space round'),
  fit: oneOf('none small large'),
  visibility: oneOf('hidden uncounted visible'),
  autoslide: {
    accepts: (value) => /^(?:\d+(?:\.\d+)?(?:ms|s|m)?)$/.test(value),
    hint: 'Write it as in `autoslide=5s`.',
  },
};

/** What cannot be honoured at all, and why. */
const without: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  'background-iframe': [
    'A page of the network is not shown behind a slide: decks are built and shown without one.',
    'Save a picture of the page and name it in `background=`, and link to the page.',
  ],
  'background-interactive': ['Nothing behind a slide can be clicked.', 'Link to what is to be tried out.'],
  'background-transition': [
    'The ground of a slide moves with the slide; it has no transition of its own.',
    'Use `transition=`.',
  ],
};

/** Values of a slide's settings that mean nothing. What they name, such as a file, is looked at elsewhere. */
export function checkValues({ pairs }: Attributes): readonly Diagnostic[] {
  return pairs.flatMap(({ key, value, span }) => {
    const name = key.replace(/^data-/, '');
    const [why, instead] = without[name] ?? [];
    if (why !== undefined) return [diagnostic('slide/not-shown', span, why, { hint: instead ?? null })];
    if (name === 'background' && value && !isGround(value.trim())) {
      return [
        diagnostic('attribute/bad-value', span, `\`${value}\` is no ground for a slide.`, {
          hint: 'Name a colour, a gradient, a picture or a film.',
        }),
      ];
    }
    const rule = rules[name];
    if (!rule || value === null || rule.accepts(value.trim())) return [];
    return [
      diagnostic('attribute/bad-value', span, `\`${value}\` is no value of \`${key}\`.`, { hint: rule.hint }),
    ];
  });
}

const blockRules: Readonly<Record<string, Rule>> = {
  'grid cols': {
    accepts: (value) => /^(?:[1-9]|1[0-2])$/.test(value),
    hint: 'Write a number of columns from 1 to 12.',
  },
  'column width': {
    accepts: (value) => /^\d+(?:\.\d+)?(?:%|px|fr)?$/.test(value),
    hint: 'Write `40%`, `300px` or a share such as `2fr`.',
  },
};

/** The same for blocks. */
export function checkBlockValues(block: string, { pairs }: Attributes): readonly Diagnostic[] {
  return pairs.flatMap(({ key, value, span }) => {
    const rule = blockRules[`${block} ${key}`];
    if (!rule || rule.accepts(value ?? '')) return [];
    return [
      diagnostic('attribute/bad-value', span, `\`${value ?? ''}\` is no value of \`${key}\`.`, {
        hint: rule.hint,
      }),
    ];
  });
}

/** A colour, a gradient or something that could be a file. */
function isGround(value: string): boolean {
  const kind = kindOfGround(value);
  if (kind === 'gradient') return isPaint(value);
  return kind !== 'picture' || isRemote(value) || /\.[A-Za-z0-9]{2,5}$/.test(value);
}
