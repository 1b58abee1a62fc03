import type { HelperOptions } from 'handlebars';

/** What templates may call beside Handlebars' own: as few as possible, and pure. */
export const templateHelpers = {
  /**
   * `{{cssString title}}` puts words inside a CSS string, as the running heads of paper need it. Everything but letters,
   * digits and spaces of ASCII is written as a CSS escape, which means nothing to HTML either, so that no title ends
   * the string, the rule or the `<style>` around it.
   */
  cssString(words: unknown): string {
    if (words === null || words === undefined) return '';
    return String(words).replaceAll(/[^A-Za-z0-9 ]/gu, (one) => `\\${one.codePointAt(0)?.toString(16)} `);
  },

  /**
   * `<h1 style="{{lettersOf titleHtml}}">` tells the stylesheet how long a title is and how long its longest word, which CSS cannot
   * find out: a display title is as large as it fits.
   */
  lettersOf(html: unknown): string {
    const words = String(html)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&[#\w]+;/g, '_')
      .split(/[\s\u00ad\u200b-]+/);
    const longest = Math.max(...words.map((word) => word.length));
    return `--letters:${words.join(' ').length};--longest:${longest}`;
  },

  /** `{{#times lines}}<i></i>{{/times}}` repeats its block. */
  times(this: unknown, count: number, options: HelperOptions): string {
    return options.fn(this).repeat(count);
  },
};
