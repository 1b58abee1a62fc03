import type { Entry } from './entry.js';

export const model = {} as const satisfies Record<string, Entry>;
