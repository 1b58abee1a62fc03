/**
 * What templates may call beside Handlebars' own: as few as possible, and pure.
 *
 * `{{cssString title}}` puts words inside a CSS string, as the running heads of paper need it. Everything but
 * letters, digits and spaces of ASCII is written as a CSS escape, which means nothing to HTML either, so that no
 * title ends the string, the rule or the `<style>` around it.
 */
export const templateHelpers = {
  cssString(words: unknown): string {
    if (words === null || words === undefined) return '';
    return String(words).replaceAll(/[^A-Za-z0-9 ]/gu, (one) => `\\${one.codePointAt(0)?.toString(16)} `);
  },
};
