import type { Entry } from './entry.js';

export const theme = {} as const satisfies Record<string, Entry>;
