import type { Entry } from './entry.js';

export const load = {} as const satisfies Record<string, Entry>;
