const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** An author's title: plain words, and \`code\` among them. */
export function titleHtml(title: string): string {
  return escapeHtml(title).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** ` name="value"` for each entry that is not null; `true` is a bare name. */
export function attributeString(
  entries: readonly (readonly [string, string | number | true | null])[],
): string {
  let text = '';
  for (const [name, value] of entries) {
    if (value === true) text += ` ${name}`;
    else if (value !== null) text += ` ${name}="${escapeHtml(String(value))}"`;
  }
  return text;
}

/** What browsers drop before they look at the scheme, and everything else that cannot be seen: nobody writes it there in good faith. */
const unseen = /[\p{Z}\p{C}]+/gu;

/** An address that a page of ours may hold; null for schemes that run code or reach into the machine. */
export function safeHref(href: string): string | null {
  const bare = href.replace(unseen, '');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return href;
  return ['http', 'https', 'mailto', 'tel', 'sms', 'geo'].includes(scheme) ? href : null;
}

/** Whether an address is a picture written out: nothing is fetched for it. */
export function isInlinePicture(src: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(src);
}

/** Already rendered by us: a file beside the page, or a picture that is written out. */
export function isDrawnAlready(src: string): boolean {
  return /^assets\/[\w.-]+(?:#[\w=.,:-]*)?$/.test(src) || isInlinePicture(src);
}
