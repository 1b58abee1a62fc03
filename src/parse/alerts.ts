import type { Span } from '../diagnostics/source.js';
import type { Block } from './ast.js';
import { noAttributes } from './ast.js';

/** GitHub's alerts, and our callouts that it does not have. */
const alertKinds = {
  NOTE: 'note',
  TIP: 'tip',
  INFO: 'info',
  IMPORTANT: 'important',
  WARNING: 'warning',
  CAUTION: 'danger',
  DANGER: 'danger',
} as const;

/** An alert: a quote whose first line is `[!TIP]`. Null for an ordinary quote. */
export function alertFrom(children: readonly Block[], span: Span): Block | null {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return null;
  const [label, ...words] = first.children;
  const match = label?.type === 'text' ? /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/.exec(label.text) : null;
  const kind = match?.[1] && alertKinds[match[1].toUpperCase() as keyof typeof alertKinds];
  if (!match || !kind || label?.type !== 'text') return null;
  const text = label.text.slice(match[0].length);
  const inlines = text === '' ? words : [{ ...label, text }, ...words];
  const body = inlines.length > 0 ? [{ ...first, children: inlines }, ...rest] : rest;
  return { type: 'callout', kind, title: null, children: body, span, attributes: noAttributes };
}
