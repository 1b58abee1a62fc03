/** Sets HTML inside of a drawing as lines of text, where the browser has put them: what SVG is without HTML prints and scales. */
export function flattenHtml(): void {
  for (const foreign of document.querySelectorAll('svg foreignObject')) {
    const around = foreign.parentElement as unknown as SVGGraphicsElement;
    const toLocal = around.getScreenCTM()?.inverse();
    if (!toLocal) continue;
    const lines: { y: number; left: number; right: number; text: string; style: CSSStyleDeclaration }[] = [];
    const walker = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent) continue;
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const box = range.getBoundingClientRect();
        const y = (box.top + box.bottom) / 2;
        const last = lines.at(-1);
        if (last && Math.abs(last.y - y) < box.height / 2) {
          last.text += ` ${word[0]}`;
          last.right = box.right;
        } else
          lines.push({ y, left: box.left, right: box.right, text: word[0], style: getComputedStyle(parent) });
      }
    }
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (const { y, left, right, text, style } of lines) {
      const at = new DOMPoint((left + right) / 2, y).matrixTransform(toLocal);
      const words = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      words.setAttribute('x', String(at.x));
      words.setAttribute('y', String(at.y));
      words.textContent = text;
      Object.assign(words.style, {
        fontSize: style.fontSize,
        fontWeight: style.fontWeight,
        fontStyle: style.fontStyle,
        fill: style.color,
        textAnchor: 'middle',
        dominantBaseline: 'central',
      });
      group.append(words);
    }
    // A switch holds the same words once more, for programs that know no HTML.
    (around.localName === 'switch' ? around : foreign).replaceWith(group);
  }
}
