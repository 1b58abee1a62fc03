/** The size of a slide in CSS pixels. */
export interface Aspect {
  readonly width: number;
  readonly height: number;
}

/** What to say where an aspect was expected. */
export const anAspect = '`16:9`, `16:10`, `4:3`, or a width and height in pixels such as `1280x720`';

const named: Readonly<Record<string, Aspect>> = {
  '16:9': { width: 1280, height: 720 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 960, height: 720 },
};

/** Smaller slides hold no words; larger ones are no slides, and pages of a PDF end at 19,200 pixels. */
const smallest = 100;
const largest = 10_000;

/** Reads a named aspect or `WxH`; null where it is neither. */
export function parseAspect(written: string): Aspect | null {
  const text = written.trim().toLowerCase();
  const known = Object.hasOwn(named, text) ? named[text] : undefined;
  if (known !== undefined) return known;
  const match = /^(\d{3,5}) ?[x×] ?(\d{3,5})$/.exec(text);
  if (match === null) return null;
  const [width, height] = [Number(match[1]), Number(match[2])];
  const fits = [width, height].every((side) => side >= smallest && side <= largest);
  return fits ? { width, height } : null;
}
