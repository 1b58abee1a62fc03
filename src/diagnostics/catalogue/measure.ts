import type { Entry } from './entry.js';

export const measure = {} as const satisfies Record<string, Entry>;
