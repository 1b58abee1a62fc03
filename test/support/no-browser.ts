import type { Printer } from '../../src/pipeline/printing.js';

/** Where nothing may start a browser: what needs one says that it has none. */
export const noBrowser: Printer['loan'] = async () => ({ identity: null, lend: async () => null });
