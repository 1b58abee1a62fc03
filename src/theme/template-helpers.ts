import type { HelperOptions } from 'handlebars';

/** Letters that are as wide as they are high, behind which a line may end. */
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/gu;

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
    const text = String(html)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&[#\w]+;/g, '_');
    // A line may end behind each letter of Chinese and Japanese, and each takes the room of almost two others.
    const words = text.replaceAll(square, ' mm ').split(/[\s\u00ad\u200b-]+/);
    const longest = Math.max(...words.map((word) => word.length));
    const letters = text
      .split(/[\s\u00ad\u200b-]+/)
      .join(' ')
      .replaceAll(square, 'mm').length;
    return `--letters:${letters};--longest:${longest}`;
  },

  /** `{{#times lines}}<i></i>{{/times}}` repeats its block. */
  times(this: unknown, count: number, options: HelperOptions): string {
    return options.fn(this).repeat(count);
  },
};
