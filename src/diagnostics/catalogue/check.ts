import type { Entry } from './entry.js';

export const check = {} as const satisfies Record<string, Entry>;
