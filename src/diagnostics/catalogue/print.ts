import type { Entry } from './entry.js';

export const print = {} as const satisfies Record<string, Entry>;
