import type { Checklist } from '../../model/teaching.js';
import type { Edition } from '../../model/workshop.js';
import type { Words } from '../../theme/words.js';

/** What is to be done at one time before a workshop. */
export interface Preparation {
  /** As the author wrote it first; null for what does not say. */
  readonly when: string | null;
  readonly checklists: readonly Checklist[];
}

/** Checklists by when they are ticked off: a week before, the day before, the morning, then as they are written. */
export function preparationsOf({ teaching }: Edition, { book }: Words): readonly Preparation[] {
  const groups = new Map<string, { readonly when: string | null; readonly checklists: Checklist[] }>();
  for (const one of teaching.checklists) {
    const key = folded(one.when ?? '');
    const group = groups.get(key);
    if (group) group.checklists.push(one);
    else groups.set(key, { when: one.when, checklists: [one] });
  }
  const known = [book.week, book.dayBefore, book.morning].map(folded);
  const rank = (when: string | null) => {
    if (when === null) return known.length + 1;
    const found = known.findIndex((word) => folded(when).includes(word));
    return found < 0 ? known.length : found;
  };
  // Sorting keeps the order of what is alike.
  return [...groups.values()].sort((a, b) => rank(a.when) - rank(b.when));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Something that exercises and labs need, and which of them. */
export interface Need {
  readonly name: string;
  readonly tasks: readonly { readonly title: string; readonly slide: string }[];
}

/** What exercises and labs need, in the order in which it is first needed. */
export function equipmentOf({ teaching, slides }: Edition, { blocks }: Words): readonly Need[] {
  const order = new Map(slides.map(({ id }, index) => [id, index]));
  const tasks = [
    ...teaching.exercises.map((one) => ({ ...one, kind: 'exercise' as const })),
    ...teaching.labs.map((one) => ({ ...one, kind: 'lab' as const })),
  ].sort((a, b) => (order.get(a.slide) ?? 0) - (order.get(b.slide) ?? 0));
  const found = new Map<string, Need['tasks'][number][]>();
  for (const { kind, number, slide, needs } of tasks) {
    for (const name of needs) {
      const all = found.get(name) ?? [];
      found.set(name, [...all, { title: `${blocks[kind]} ${number}`, slide }]);
    }
  }
  return [...found].map(([name, all]) => ({ name, tasks: all }));
}
