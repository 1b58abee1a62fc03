import type { Product } from '../config/settings.js';
import type { Edition } from '../model/workshop.js';

/**
 * What an edition makes when nobody says: the deck twice, slides and handout, and each further product that its content
 * calls for.
 */
export function calledFor({ teaching, settings }: Edition): readonly Product[] {
  const hasLabs = teaching.labs.length > 0;
  const hasTasks = hasLabs || teaching.exercises.length > 0 || teaching.objectives.length > 0;
  const solved =
    teaching.exercises.some((one) => one.solutions.length > 0) ||
    teaching.labs.some((lab) => lab.parts.some((part) => part.name === 'solution'));
  return [
    'deck',
    'slides',
    'handout',
    ...(hasTasks ? (['workbook', 'guide'] as const) : []),
    ...(hasLabs ? (['labs'] as const) : []),
    ...(hasLabs || solved ? (['solutions'] as const) : []),
    ...(settings.start === null ? [] : (['agenda'] as const)),
    'present',
  ];
}
