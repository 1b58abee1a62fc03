/** Custom properties of `:root` whose values are plain numbers, by name without the dashes: sizes of type, margins. */
export type Tokens = ReadonlyMap<string, number>;

/**
 * Reads the numbers that a theme's stylesheet gives to `:root`, as the browser would: of two, the later one. Ems are
 * numbers as well, shares of the type they stand for.
 */
export function readTokens(css: string): Tokens {
  const rules = [...css.matchAll(/(?:^|[\s,}])(?::root)\s*\{([^{}]*)\}/g)].map(([, body = '']) => body);
  const found = rules.flatMap((body) =>
    body.split(';').flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim();
      const value = declaration.slice(colon + 1).trim();
      const isNumber = /^-?(?:\d+|\d*\.\d+)(?:em)?$/.test(value);
      return name.startsWith('--') && isNumber ? [[name.slice(2), Number.parseFloat(value)] as const] : [];
    }),
  );
  return new Map(found);
}
