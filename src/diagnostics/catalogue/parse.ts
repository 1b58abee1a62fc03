import type { Entry } from './entry.js';

export const parse = {} as const satisfies Record<string, Entry>;
