/** A Creative Commons licence as people write it: `CC-BY-SA-4.0` is "CC BY-SA 4.0". Others stay as they are. */
export function licenceName(licence: string): string {
  return licence.replace(creativeCommons, 'CC $1 $2');
}

/** Where a Creative Commons licence can be read; null for others. */
export function licenceUrl(licence: string): string | null {
  const [, kind, version] = creativeCommons.exec(licence) ?? [];
  if (kind === undefined || version === undefined) return null;
  return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}

const creativeCommons = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/;
