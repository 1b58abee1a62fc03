import type { Seconds, Settings } from '../config/settings.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block, Heading } from '../parse/ast.js';
import type { SlideFootnote } from './footnotes.js';
import type { Teaching } from './teaching.js';
import type { Timetable } from './timetable.js';

/**
 * The words of this field.
 *
 * Workshop: everything built together. Deck: one presentation. Edition: one cut of a deck; a deck without editions
 * has one without a name. Section: the slides from one `#` heading to the next. Stack: slides below one another.
 * Slide: a single idea on a single screen.
 */
export interface Workshop {
  readonly decks: readonly Deck[];
}

export interface Deck {
  readonly name: string;
  /** At least one; the first is built at the deck's own address. */
  readonly editions: readonly Edition[];
}

export interface Edition {
  readonly deck: string;
  /** Null: the deck has no editions. */
  readonly name: string | null;
  /** Where its products stand below `public/` and `private/`: `talk`, or `talk/half-day`. */
  readonly folder: string;
  readonly settings: Settings;
  readonly title: string;
  readonly sections: readonly Section[];
  /** What is shown, in order; hidden slides and what this edition leaves out are not here. */
  readonly slides: readonly Slide[];
  /** Objectives, exercises, labs and the like, each with its slide. */
  readonly teaching: Teaching;
  /** Null where no slide says how long it takes. */
  readonly timetable: Timetable | null;
  /** The sum over its slides, without breaks. */
  readonly time: Seconds;
}

export interface Section {
  /** Counted from 1 over sections after the title slide's; null for the title slide's own. */
  readonly number: number | null;
  readonly title: string;
  /** The slide it opens with. */
  readonly id: string;
  readonly time: Seconds;
}

export interface Slide {
  /** Unique in its edition; the address in the deck and on paper. */
  readonly id: string;
  /** 1…N over counted slides; null for `uncounted` ones. */
  readonly number: number | null;
  /** Plain words. Of a slide without a heading: null. */
  readonly title: string | null;
  /** Index into the edition's sections; null before the first. */
  readonly section: number | null;
  /** Stands below the slide before it. */
  readonly below: boolean;
  readonly layout: string;
  readonly attributes: Attributes;
  /** BCP 47, where it is not the deck's own. */
  readonly lang: string | null;
  readonly heading: Heading | null;
  /** What follows the heading, private blocks included: see `audience.ts` for who sees which. */
  readonly blocks: readonly Block[];
  /** After `Note:`. */
  readonly notes: readonly Block[];
  /** What its footnotes say, whoever refers to them: see `footnotes.ts` for their numbers. */
  readonly footnotes: readonly SlideFootnote[];
  /** As it is planned in this edition, its exercises and labs included. */
  readonly time: Seconds;
  /** False: left out of everything on paper. */
  readonly print: boolean;
  /** Every step of it becomes a page. */
  readonly printSteps: boolean;
  readonly span: Span;
}
