import type { Seconds } from '../config/settings.js';
import type { Span } from '../diagnostics/source.js';
import type { Block } from '../parse/ast.js';
import type { LabPartName } from './lab-parts.js';

/** What an edition teaches with, apart from its slides: what sheets, workbooks and guides are made of. */
export interface Teaching {
  readonly objectives: readonly Furniture[];
  readonly keypoints: readonly Furniture[];
  readonly misconceptions: readonly Misconception[];
  readonly terms: readonly Term[];
  readonly questions: readonly Question[];
  readonly checklists: readonly Checklist[];
  readonly exercises: readonly Exercise[];
  readonly labs: readonly Lab[];
  /** What the facilitator says, asks, does, drops and adds. Private. */
  readonly cues: readonly Cue[];
}

/** Where something stands. */
export interface Placed {
  /** The id of its slide. */
  readonly slide: string;
  /** Index into the edition's sections; null before the first. */
  readonly section: number | null;
  readonly span: Span;
}

/** A block with a title of its own, or none, and what stands in it. */
export interface Furniture extends Placed {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** What people believe, and what is so. */
export interface Misconception extends Placed {
  readonly belief: string;
  readonly truth: readonly Block[];
}

export interface Term extends Placed {
  readonly name: string;
  readonly blocks: readonly Block[];
}

export interface Question extends Furniture {
  /** Counted from 1 through the edition. */
  readonly number: number;
  /** Ruled lines to answer on; null where nobody asked for them. */
  readonly lines: number | null;
}

export interface Checklist extends Furniture {
  /** "the day before"; null where it does not say. */
  readonly when: string | null;
}

export interface Exercise extends Furniture {
  readonly number: number;
  readonly id: string | null;
  /** As written; null without. What the plan makes of it is in the timetable. */
  readonly time: Seconds | null;
  readonly needs: readonly string[];
  /** Private. */
  readonly solutions: readonly (readonly Block[])[];
}

export interface Cue extends Placed {
  readonly kind: 'say' | 'ask' | 'do' | 'cut' | 'extend';
  /** How much is won by dropping it, or spent by adding it. */
  readonly time: Seconds | null;
  readonly blocks: readonly Block[];
}

export interface Lab extends Placed {
  readonly number: number;
  /** Its own id, else that of its slide. */
  readonly id: string;
  /** Its own title, else that of its slide. */
  readonly title: string;
  readonly time: Seconds | null;
  readonly needs: readonly string[];
  readonly difficulty: string | null;
  readonly environment: string | null;
  /** What a participant fills in. */
  readonly vars: readonly { readonly name: string; readonly value: string | null }[];
  /** What stands above the first heading. */
  readonly introduction: readonly Block[];
  readonly parts: readonly LabPart[];
  readonly steps: readonly LabStep[];
}

export interface LabPart {
  readonly name: LabPartName;
  /** As the heading says it. */
  readonly title: string;
  readonly span: Span;
  readonly blocks: readonly Block[];
  /** What is run and written in it, in order; of the steps too. */
  readonly actions: readonly Action[];
}

export interface LabStep {
  /** Counted from 1 in its lab. */
  readonly number: number;
  readonly span: Span;
  /** Everything in it, in order. */
  readonly blocks: readonly Block[];
  /** What stands above its first fence: why it is done. */
  readonly why: readonly Block[];
  readonly actions: readonly Action[];
}

export type Action = Command | FileWrite;

/** A fence that a participant runs. */
export interface Command {
  readonly kind: 'command';
  readonly span: Span;
  readonly language: 'console' | 'bash' | 'sh';
  /** A `console` fence may hold several, each with what it prints; others are one. */
  readonly lines: readonly CommandLine[];
  readonly exit: 'any' | readonly number[];
  readonly match: 'lines' | 'exact' | 'contains' | 'regex' | 'none';
  readonly timeout: Seconds;
  readonly retry: { readonly times: number; readonly every: Seconds } | null;
  readonly background: { readonly until: string | null; readonly port: number | null } | null;
  readonly needs: readonly string[];
  /** Why it is not run; null where it is. */
  readonly skip: string | null;
  readonly manual: boolean;
  /** Runs after a failure too: clean-up. */
  readonly always: boolean;
  /** Run, and shown to nobody. */
  readonly hidden: boolean;
  /** Shown among what verifies as well. */
  readonly verify: boolean;
}

export interface CommandLine {
  readonly text: string;
  /** What it is expected to print; null where nothing is said. */
  readonly output: string | null;
  /** Lines below the fence's first one at which the command stands, from 0. */
  readonly line: number;
}

/** `{write=Dockerfile}`: the body of a fence is written to that file. */
export interface FileWrite {
  readonly kind: 'write';
  readonly span: Span;
  readonly path: string;
  readonly text: string;
  readonly language: string | null;
}
