/** A document shorter than this is printed in one go: each chunk carries its own copy of the fonts. */
export const longDocument = 60;

/** More than so many sheets are not printed at once: Chromium's time for tagging grows with the square of the number of pages. */
export const longestChunk = 100;

/**
 * How many sheets of a long document are printed at once. One that consists of sheets, one page each (`.sheet`), is printed in chunks out
 * of the same loaded page, and the PDFs are joined: 1,000 slides take half of the time. A chunk is read while the next one is printed,
 * so that two cores are at work from the second one on: there are two at least, as long as each other.
 */
export function chunkLength(pages: number): number {
  return Math.ceil(pages / Math.max(2, Math.ceil(pages / longestChunk)));
}

/** In the page: how many sheets it consists of; 0 when something stands beside them. */
export function countSheets(): number {
  const shown = [...document.body.children].filter((child) => child.getClientRects().length > 0);
  const sheets = document.querySelectorAll('.sheet').length;
  return shown.every((child) => child.classList.contains('sheet') || child.querySelector('.sheet') !== null)
    ? sheets
    : 0;
}

/**
 * In the page: leaves the sheets from `from` up to `to` (excluded) and takes the content of all others out. The empty sheets stay, so that
 * rules about first, last and odd ones hold. Page numbers go on.
 */
export function showSheets(from: number, to: number): void {
  type Kept = { deckhandKept?: Map<Element, DocumentFragment> };
  const page = globalThis as Kept;
  page.deckhandKept ??= new Map();
  const kept = page.deckhandKept;
  document.querySelectorAll<HTMLElement>('.sheet').forEach((sheet, index) => {
    const content = kept.get(sheet);
    const shown = index >= from && index < to;
    if (shown && content !== undefined) {
      sheet.append(content);
      sheet.style.removeProperty('display');
      kept.delete(sheet);
    } else if (!shown && content === undefined) {
      const taken = document.createDocumentFragment();
      taken.append(...sheet.childNodes);
      sheet.style.setProperty('display', 'none', 'important');
      kept.set(sheet, taken);
    }
  });
  const root = document.documentElement;
  root.style.removeProperty('counter-reset');
  const others = getComputedStyle(root).counterReset.replace(/^none$/, '');
  root.style.setProperty('counter-reset', `${others} page ${from}`);
}

/** In the page: writes the number of all pages where `@page` boxes ask for it; a chunk knows only its own. */
export function fixPageTotal(total: number): void {
  const visit = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule.constructor.name === 'CSSMarginRule') {
        const { style } = rule as CSSStyleRule;
        style.setProperty('content', style.content.replace(/counter\(pages\)/g, `"${total}"`));
      }
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
}
