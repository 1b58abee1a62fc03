import { securedSettings } from './mermaid-config.js';
import type { Remark } from './result.js';

/** Settings of a diagram's own that would change what it may do or what all diagrams of a deck share: they are left out. */
export function lostSettings(source: string): readonly Remark[] {
  const found: Remark[] = [];
  for (const { text, line } of settingsIn(source)) {
    for (const [, name = ''] of text.matchAll(/["']?(\w+)["']?\s*:/g)) {
      if (!securedSettings.includes(name)) continue;
      found.push({
        code: 'diagram/dropped',
        line,
        message: `The setting \`${name}\` of this diagram is left out: all diagrams of a deck are drawn in the look of its theme, and none may run anything.`,
        hint: 'Single boxes take colours of their own with `classDef` and `style`.',
      });
    }
  }
  return found;
}

/** The lines of front matter and of `%%{init: …}%%`. */
function settingsIn(source: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = [];
  let inFront = false;
  let inDirective = false;
  for (const [index, text] of source.split('\n').entries()) {
    const bare = text.trim();
    if (bare === '---' && (inFront || source.slice(0, source.indexOf(text)).trim() === '')) {
      inFront = !inFront;
      continue;
    }
    if (bare.startsWith('%%{')) inDirective = true;
    if (inFront || inDirective) found.push({ text, line: index + 1 });
    if (bare.includes('}%%')) inDirective = false;
  }
  return found;
}
