/**
 * In the page: prepares it for being tagged. Chromium tags by role, and for some roles it has no tag; of what an element is the only thing
 * that reaches the PDF besides is its language. So such an element says there what it is, in the private part of its language,
 * which {@link file://./structure-hints.ts} takes out again: `<li lang="en-x-tagnote">` becomes a `Note`.
 */
export function hintTags(): void {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const wordsOf = (element: Element | null | undefined) =>
    element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const nameOf = (element: Element) =>
    (element.getAttribute('alt') ?? '').trim() ||
    (element.getAttribute('aria-label') ?? '').trim() ||
    (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => wordsOf(document.getElementById(id)))
      .join(' ')
      .trim() ||
    (element.getAttribute('title') ?? '').trim() ||
    (element.localName === 'svg' ? wordsOf(element.querySelector('title')) : '');

  // Pictures: with words, or passed over.
  for (const picture of all('img, svg')) {
    const name = nameOf(picture);
    const figure = picture.closest('figure');
    const caption = wordsOf(figure?.querySelector('figcaption'));
    const isAll = figure?.querySelectorAll('img, svg').length === 1 && wordsOf(figure) === caption;
    if (name !== '') {
      if (picture.localName === 'svg' && picture.getAttribute('aria-hidden') !== 'true') {
        picture.setAttribute('role', 'img');
        picture.setAttribute('aria-label', name);
      }
    } else if (caption !== '' && isAll) {
      picture.removeAttribute('aria-hidden');
      picture.removeAttribute('alt');
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', caption);
    } else if (picture.localName === 'img') picture.setAttribute('alt', '');
  }
  for (const picture of all('[role="img"]')) if (nameOf(picture) === '') picture.removeAttribute('role');
  // A figure is a picture with its caption, or code, or a table: what is in it says what it is.
  for (const figure of all('figure:not([role]), [role="figure"]')) figure.setAttribute('role', 'group');

  // A cell with nothing in it would be left out, and the rows of a table no longer be of one length.
  for (const cell of all('td, th')) {
    if (wordsOf(cell) !== '' || cell.querySelector('img, svg, input, [role="img"]')) continue;
    const filler = document.createElement('span');
    filler.textContent = '\u00a0';
    filler.style.cssText = 'font-size:1px;line-height:0';
    cell.append(filler);
  }

  const hints = new Map<HTMLElement, string>();
  const hint = (selector: string, tag: string) => {
    for (const element of all(selector)) hints.set(element, tag);
  };
  for (const formula of all('[role="math"], math')) {
    const source = formula.querySelector('annotation[encoding="application/x-tex"]');
    const name = nameOf(formula) || formula.getAttribute('alttext') || wordsOf(source) || wordsOf(formula);
    if (name.trim() === '') continue;
    formula.setAttribute('role', 'img');
    formula.setAttribute('aria-label', name);
    hints.set(formula, 'formula');
  }
  hint('[role="doc-endnotes"] > ol, [role="doc-endnotes"] > ul', 'notes');
  hint('[role="doc-endnotes"] > :is(ol, ul) > li, [role="doc-endnote"], [role="doc-footnote"]', 'note');
  hint('sup:has(> [role="doc-noteref"])', 'refer');
  hint('[role="doc-toc"] :is(ol, ul)', 'toc');
  hint('[role="doc-toc"] li', 'toci');
  hint('dl', 'list');
  hint('dt', 'label');
  hint('dd', 'body');
  // Without a role Chromium makes nothing of a mere piece of text, whatever its language.
  for (const part of all(':is(span, b, i, u, small, cite, q, bdi, bdo, kbd, samp, var)[lang]:not([role])')) {
    part.setAttribute('role', 'time');
  }
  const languages = [...hints.keys()].map((one) => one.closest('[lang]')?.getAttribute('lang') ?? '');
  [...hints].forEach(([element, tag], index) => {
    const own = languages[index] ?? '';
    const joint = /(?:^|-)x-/.test(own) ? '-' : own === '' ? 'x-' : '-x-';
    element.setAttribute('lang', `${own}${joint}tag${tag}`);
  });
}
