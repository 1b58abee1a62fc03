/** Custom properties of `:root` whose values are plain numbers, by name without the dashes: sizes of type, margins. */
export type Tokens = ReadonlyMap<string, number>;

/**
 * Reads the numbers that a theme's stylesheet gives to `:root`, as the browser would: of two, the later one. Ems are
 * numbers as well, shares of the type they stand for.
 */
export function readTokens(css: string): Tokens {
  const rules = [...css.matchAll(/(?:^|[\s,}])(?::root)\s*\{([^{}]*)\}/g)].map(([, body = '']) => body);
  const found = rules
    .flatMap((body) => body.split(';'))
    .flatMap((declaration) => {
      const [name = '', written = ''] = declaration.split(':', 2).map((part) => part.trim());
      const value = written.replace(/em$/, '');
      const isNumber = name.startsWith('--') && value !== '' && Number.isFinite(Number(value));
      return isNumber ? [[name.slice(2), Number(value)] as const] : [];
    });
  return new Map(found);
}
