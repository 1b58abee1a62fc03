/** What is known of a diagnostic before it happens. */
export interface Entry {
  readonly severity: 'error' | 'warning';
  /** One line: what this is about. */
  readonly title: string;
  /** What it means, why it matters and how to mend it, as short Markdown paragraphs. */
  readonly explanation: string;
}
