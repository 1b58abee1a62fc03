/** More lines than any page has. */
export const mostLines = 60;

/** `4` as a number of ruled lines; null where it is none. */
export function lineCount(written: string | null): number | null {
  const match = /^[1-9]\d?$/.exec(written?.trim() ?? '');
  return match && Number(match[0]) <= mostLines ? Number(match[0]) : null;
}
