import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatJson } from '../diagnostics/format-json.js';
import { codeFrame, type FrameRow } from '../diagnostics/frame.js';
import type { Sources } from '../diagnostics/source.js';

/** A diagnostic as a page shows it. */
export interface ShownProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** `talk.md:4:1`; null where there is no place. */
  readonly place: string | null;
  /** Opens an editor there; null where nothing does. */
  readonly link: string | null;
  readonly frame: readonly FrameRow[];
}

/** How editors are asked to open a file at a line: by an address, so that no page can make this server run anything. */
const schemes = {
  vscode: (path: string, line: number, column: number) => `vscode://file${path}:${line}:${column}`,
  vscodium: (path: string, line: number, column: number) => `vscodium://file${path}:${line}:${column}`,
  cursor: (path: string, line: number, column: number) => `cursor://file${path}:${line}:${column}`,
  zed: (path: string, line: number, column: number) => `zed://file${path}:${line}:${column}`,
  idea: (path: string, line: number, column: number) =>
    `idea://open?file=${path}&line=${line}&column=${column}`,
  sublime: (path: string, line: number, column: number) =>
    `subl://open?url=file://${path}&line=${line}&column=${column}`,
  none: () => null,
} as const;

export type Editor = keyof typeof schemes;
export const editors = Object.keys(schemes) as readonly Editor[];

export function shownProblem(
  diagnostic: Diagnostic,
  sources: Sources,
  { cwd, editor }: { readonly cwd: string; readonly editor: Editor },
): ShownProblem {
  const { severity, code, message, hint, file, line, column } = formatJson(diagnostic, sources);
  const place = file === null ? null : line === null ? file : `${file}:${line}:${column}`;
  // Windows' drives stand behind a slash there.
  const path =
    file === null
      ? null
      : encodeURI(
          resolve(cwd, file)
            .replaceAll('\\', '/')
            .replace(/^(?!\/)/, '/'),
        );
  return {
    severity,
    code,
    message,
    hint,
    place,
    link: path === null ? null : schemes[editor](path, line ?? 1, column ?? 1),
    frame: diagnostic.span === null ? [] : (codeFrame(sources, diagnostic.span) ?? []),
  };
}
