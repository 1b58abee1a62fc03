/** What of a theme's stylesheet goes for its slides and for running text alike: colours, and which words of code have which. */
export function flowingColours(slidesCss: string, dark: 'always' | 'never' | 'as-the-reader-likes'): string {
  const rules = rulesIn(slidesCss);
  const bodies = (is: (selector: string) => boolean) =>
    rules
      .flatMap(({ selector, body }) => (selector.split(',').some(is) ? [body.replace(/;$/, '')] : []))
      .join(';');
  const light = bodies((selector) => selector === ':root');
  const darker = bodies((selector) => /^(?::root|html)?\[data-variant=(["']?)dark\1\]$/.test(selector));
  const inks = rules
    .filter(
      ({ selector }) => /\.hljs-|\.session|^\.slide svg/.test(selector) && !/\.(?:dim|focus)/.test(selector),
    )
    .map(({ selector, body }) => `${selector.replaceAll(/\.slide(?= )/g, '.reading')}{${body}}`);
  // Paper is light, whatever the screen is.
  const screen = dark === 'always' ? 'screen' : 'screen and (prefers-color-scheme:dark)';
  return [
    `:root{${light}}`,
    darker === '' || dark === 'never' ? '' : `@media ${screen}{:root{color-scheme:dark;${darker}}}`,
    ...inks,
  ].join('\n');
}

/** Rules of a sheet in order, those within others by themselves. */
function rulesIn(css: string): readonly { readonly selector: string; readonly body: string }[] {
  return css.split('}').map((rule) => {
    const open = rule.lastIndexOf('{');
    const head = rule.slice(0, Math.max(0, open));
    return { selector: head.slice(head.lastIndexOf('{') + 1).trim(), body: rule.slice(open + 1) };
  });
}
