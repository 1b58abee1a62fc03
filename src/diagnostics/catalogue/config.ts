import type { Entry } from './entry.js';

export const config = {} as const satisfies Record<string, Entry>;
