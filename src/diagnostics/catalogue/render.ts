import type { Entry } from './entry.js';

export const render = {} as const satisfies Record<string, Entry>;
