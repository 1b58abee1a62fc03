import type { Entry } from './entry.js';

export const output = {} as const satisfies Record<string, Entry>;
