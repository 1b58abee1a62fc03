/** What `revealOptions` asks for, as far as there is such a thing here. */
export interface HonouredOptions {
  /** The size of a slide in CSS pixels; null where nothing is said of it. */
  readonly aspect: { readonly width: number; readonly height: number } | null;
  /** How slides change where they do not say it themselves; null: as the theme has it. */
  readonly transition: string | null;
  /** Options of the deck on screen, handed to reveal.js as they are. */
  readonly screen: Readonly<Record<string, string | number | boolean>>;
}

type Options = Readonly<Record<string, unknown>>;

const yesOrNo = (value: unknown) => typeof value === 'boolean';
const milliseconds = (value: unknown) => typeof value === 'number' && value >= 0 && value < 86_400_000;
const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value);
const always = () => true;

/** Options that go to reveal.js as they are, and which of their values may. */
const handedOver: Readonly<Record<string, (value: unknown) => boolean>> = {
  controls: yesOrNo,
  progress: yesOrNo,
  loop: yesOrNo,
  rtl: yesOrNo,
  touch: yesOrNo,
  fragments: yesOrNo,
  mouseWheel: yesOrNo,
  overview: yesOrNo,
  autoSlide: milliseconds,
  autoSlideStoppable: yesOrNo,
  navigationMode: oneOf('default', 'linear', 'grid'),
  hideInactiveCursor: yesOrNo,
  hideCursorTime: milliseconds,
};

/** Options whose values say what is done here anyway. */
const doneAnyway: Readonly<Record<string, (value: unknown) => boolean>> = {
  hash: oneOf(true),
  history: always,
  keyboard: oneOf(true),
  help: oneOf(true),
  embedded: oneOf(false),
  shuffle: oneOf(false),
  slideNumber: (value) => value !== false,
  showNotes: oneOf(false),
  center: oneOf(false),
  controlsTutorial: oneOf(false),
  previewLinks: oneOf(false),
  backgroundTransition: oneOf('none'),
};

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'];

/** reveal.js' own size, of which one side may be written alone. */
const size = { width: 960, height: 700 };

const hints: Readonly<Record<string, string>> = {
  slideNumber: 'Write `slide-number: c/t`, or `slide-number: false`, directly into the front matter.',
  keyboard: 'Write `shortcuts: false` directly into the front matter: arrows work all the same.',
  center: 'Where things stand on a slide is a matter of the theme and of `layout`.',
  margin: 'Margins are a matter of the theme.',
  showNotes: 'Notes are in `present.html` alone, which is private.',
  defaultTiming: 'Write `slide-time: 90s` beside it.',
  totalTime: 'Write `duration: 45m` beside it.',
  markdown: 'Write `separator` and its like directly into the front matter.',
};

/** Reads the options of reveal.js that mean something here. */
export function honouredOptions(options: Options): HonouredOptions {
  const { width, height, transition } = options;
  const sized = isPixels(width) || isPixels(height);
  return {
    aspect: sized
      ? {
          width: isPixels(width) ? Number(width) : size.width,
          height: isPixels(height) ? Number(height) : size.height,
        }
      : null,
    transition: transitionOf(transition),
    screen: Object.fromEntries(
      Object.entries(options).filter(
        (entry): entry is [string, string | number | boolean] =>
          own(handedOver, entry[0])?.(entry[1]) === true,
      ),
    ),
  };
}

/** The options that nothing here heeds, and what to do instead where there is something. */
export function unheededOptions(
  options: Options,
): readonly { readonly key: string; readonly hint: string | null }[] {
  return Object.entries(options)
    .filter(([key, value]) => value !== null && !isHeeded(key, value))
    .map(([key]) => ({ key, hint: own(hints, key) ?? null }));
}

function isHeeded(key: string, value: unknown): boolean {
  if (key === 'width' || key === 'height') return isPixels(value);
  if (key === 'transition') return transitionOf(value) !== null;
  return own(handedOver, key)?.(value) === true || own(doneAnyway, key)?.(value) === true;
}

/** reveal.js calls its own one `default`. */
function transitionOf(value: unknown): string | null {
  const name = value === 'default' ? 'slide' : value;
  return typeof name === 'string' && transitions.includes(name) ? name : null;
}

function isPixels(value: unknown): boolean {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 320 && number <= 7680;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
