/** Properties that authors may set with `style`: how something looks and where it stands inside its slide. */
const allowed = new Set(
  `align-content align-items align-self aspect-ratio background background-color background-position background-repeat
  background-size border border-bottom border-collapse border-color border-left border-radius border-right
  border-spacing border-style border-top border-width bottom box-sizing break-after break-before break-inside clear
  color column-count column-gap columns column-span column-width direction display flex flex-basis flex-direction
  flex-flow flex-grow flex-shrink flex-wrap float font-family font-size font-stretch font-style font-variant
  font-variant-numeric font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column
  grid-column-end grid-column-start grid-row grid-row-end grid-row-start grid-template grid-template-areas
  grid-template-columns grid-template-rows height hyphens inset justify-content justify-items justify-self left
  letter-spacing line-height list-style list-style-position list-style-type margin margin-block margin-bottom
  margin-inline margin-left margin-right margin-top max-height max-width min-height min-width object-fit
  object-position opacity order orphans outline overflow overflow-wrap overflow-x overflow-y padding padding-block
  padding-bottom padding-inline padding-left padding-right padding-top place-content place-items place-self right
  rotate row-gap scale tab-size table-layout text-align text-align-last text-decoration text-indent text-transform
  text-wrap top transform transform-origin translate unicode-bidi vertical-align visibility white-space widows width
  word-break word-spacing writing-mode z-index`.split(/\s+/),
);

/** A declaration list without what could fetch, run or escape. `position` may be relative or absolute: slides clip. */
export function safeStyle(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter(isSafe)
    .join('; ');
}

function isSafe(declaration: string): boolean {
  const match = /^(--[\w-]+|[a-z-]+)\s*:\s*(.+)$/is.exec(declaration);
  if (!match) return false;
  const property = match[1]?.toLowerCase() ?? '';
  const value = match[2] ?? '';
  // A backslash can spell anything; functions that fetch are refused by name, and comments could hide them.
  if (/[\\<>@]|\/\*|url\s*\(|image\s*\(|image-set\s*\(|src\s*\(|expression\s*\(|javascript:/i.test(value))
    return false;
  if (property === 'position') return /^(?:relative|absolute|static)$/i.test(value.trim());
  return property.startsWith('--') || allowed.has(property);
}
