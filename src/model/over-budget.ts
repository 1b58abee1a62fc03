import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { attribute } from '../parse/attributes.js';
import { formatDuration } from './time.js';
import type { Edition } from './workshop.js';

/** Says it where an edition takes longer than it may, and where to cut. */
export function noticeBudget(
  edition: Edition,
  where: { readonly placeOf: (key: string) => Span | null; readonly place: Span },
  notice: (one: Diagnostic) => void,
): void {
  const { settings, time, sections } = edition;
  const { duration } = settings;
  if (duration === null || time <= duration) return;
  const longest = [...sections].sort((a, b) => b.time - a.time)[0];
  const section = longest
    ? ` The longest section is \`${longest.title}\` with ${formatDuration(longest.time)}.`
    : '';
  notice(
    diagnostic(
      'time/over-budget',
      where.placeOf('duration') ?? where.place,
      `The slides take ${formatDuration(time)}, ${formatDuration(time - duration)} more than the ${formatDuration(duration)} there are.${section}`,
      { hint: hintFor(edition) },
    ),
  );
}

/** What the author has marked already goes first: what may be dropped, then what is optional. */
function hintFor(edition: Edition): string {
  const cuts = toDrop(edition);
  const optional = edition.slides.filter(
    (slide) => attribute(slide.attributes, 'tier')?.value === 'optional' && slide.time > 0,
  );
  const advice = [
    ...(cuts === null ? [] : [cuts]),
    ...(optional.length === 0
      ? []
      : [
          `\`tier: core\` leaves out what is optional, ${formatDuration(sum(optional.map((slide) => slide.time)))}.`,
        ]),
  ];
  return advice.length > 0
    ? advice.join(' ')
    : 'Shorten that section, mark slides `tier=optional`, or raise `duration`.';
}

/** `cut {time=5m}` in the notes, by slide. */
function toDrop({ teaching, slides }: Edition): string | null {
  const cuts = teaching.cues.filter((cue) => cue.kind === 'cut' && cue.time !== null);
  if (cuts.length === 0) return null;
  const named = cuts.slice(0, 3).map((cue) => {
    const slide = slides.find((one) => one.id === cue.slide);
    return `\`${slide?.title ?? cue.slide}\` (${formatDuration(cue.time ?? 0)})`;
  });
  const more = cuts.length > named.length ? ` and ${cuts.length - named.length} more` : '';
  const all = formatDuration(sum(cuts.map((cue) => cue.time ?? 0)));
  return `The notes say what to drop, ${all} in all: ${named.join(', ')}${more}.`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
