/** What `::: name` may be called. */
export const calloutNames = ['note', 'tip', 'info', 'important', 'warning', 'danger'] as const;

/** Blocks on one line: they need no closing, though one directly below is allowed. */
export const oneLineNames = ['include', 'lines', 'qr'] as const;

export const containerNames = [
  'columns',
  'column',
  'incremental',
  'notes',
  'slides',
  'paper',
  'guide',
  'say',
  'ask',
  'do',
  'cut',
  'extend',
  'objectives',
  'keypoints',
  'misconception',
  'checklist',
  'term',
  'question',
  'exercise',
  'hint',
  'solution',
  'lab',
  'quote',
  'figure',
  'grid',
  'stack',
  'div',
] as const;

export const blockNames: readonly string[] = [...containerNames, ...oneLineNames, ...calloutNames];

/** Blocks of workshops that may have a title behind their name, as callouts do. */
export const titledNames: readonly string[] = [
  'objectives',
  'keypoints',
  'misconception',
  'checklist',
  'term',
  'question',
  'exercise',
  'hint',
  'solution',
  'lab',
];

/** Blocks that only workshops have. */
export const workshopNames: readonly string[] = [
  ...titledNames,
  'say',
  'ask',
  'do',
  'cut',
  'extend',
  'lines',
];

/** Blocks for the speaker and whoever teaches: they reach private products only. */
export const privateNames: readonly string[] = [
  'notes',
  'guide',
  'solution',
  'say',
  'ask',
  'do',
  'cut',
  'extend',
];

export function isPrivate(name: string): boolean {
  return privateNames.includes(name);
}

export function isOneLine(name: string): boolean {
  return (oneLineNames as readonly string[]).includes(name);
}

export function isCallout(name: string): name is (typeof calloutNames)[number] {
  return (calloutNames as readonly string[]).includes(name);
}
