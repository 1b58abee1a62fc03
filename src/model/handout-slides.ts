import type { Settings } from '../config/settings.js';
import { have } from '../parse/kinds.js';
import { screenBlocks } from './audience.js';
import type { Slide } from './workshop.js';

/**
 * Settings with the slides on a page of the handout filled in where nobody asked for a number: three, and two where
 * slides show code, whose type three a page make too small to read.
 */
export function withHandoutSlides(settings: Settings, slides: readonly Slide[]): Settings {
  const { handout } = settings;
  if (handout.asked || handout.booklet) return settings;
  const code = slides.some((slide) => slide.print && have(screenBlocks(slide), 'code'));
  return code ? { ...settings, handout: { ...handout, slides: 2 } } : settings;
}
