import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/source.js';
import type { Code } from '../parse/ast.js';
import { type DiagramLanguage, diagramLanguage } from '../parse/diagram-language.js';
import { type Diagram, diagramAlt } from '../render/diagram.js';
import { cacheKey, readCached, writeCached } from './cache.js';
import { placeOf } from './place.js';
import type { Result } from './result.js';

/** Raised when the same source comes out differently, so that what was drawn before is drawn again. */
const drawingVersion = '2';

/** The diagram that a fence is drawn as; null where it is no diagram, or could not be drawn. */
export type FindDiagram = (code: Code) => Diagram | null;

/** Draws sources of one language. */
export interface Engine {
  /** Everything beside the source that decides what comes out. */
  readonly identity: () => Promise<string>;
  readonly draw: (sources: readonly string[]) => Promise<readonly Result[]>;
}

/** What drawing needs to know beside the diagrams. */
export interface DrawingTools {
  /** Loads what draws a language: asked only where there is something to draw. */
  readonly engine: (language: DiagramLanguage) => Promise<Engine>;
  /** Every text that was read, by `file`. */
  readonly sources: Sources;
  /** The file that a fence with `file=` shows; null where there is none. */
  readonly shownFile: (code: Code) => string | null;
}

/** Draws the diagrams among fences as SVG, each source once. What was drawn in an earlier build is taken from there. */
export async function drawDiagrams(
  codes: readonly Code[],
  tools: DrawingTools,
): Promise<Noticed<FindDiagram>> {
  const drawn = { mermaid: new Map<string, Result>(), dot: new Map<string, Result>() };
  for (const language of ['mermaid', 'dot'] as const) {
    const texts = codes.filter((code) => diagramLanguage(code) === language).map((code) => code.text);
    if (texts.length > 0) drawn[language] = await drawAll([...new Set(texts)], await tools.engine(language));
  }
  const resultOf = (code: Code): Result | null => {
    const language = diagramLanguage(code);
    return language === null ? null : (drawn[language].get(code.text) ?? null);
  };
  return {
    value: (code) => resultOf(code)?.diagram ?? null,
    diagnostics: codes.flatMap((code) => noticed(code, resultOf(code), tools)),
  };
}

async function drawAll(sources: readonly string[], engine: Engine): Promise<Map<string, Result>> {
  const identity = await engine.identity();
  const keyOf = (source: string) => cacheKey([drawingVersion, identity, source]);
  const results = new Map<string, Result>();
  for (const source of sources) {
    const earlier = readCached(keyOf(source));
    if (earlier) results.set(source, earlier);
  }
  const missing = sources.filter((source) => !results.has(source));
  const drawn = missing.length === 0 ? [] : await engine.draw(missing);
  for (const [index, source] of missing.entries()) {
    const result = drawn[index];
    if (!result) continue;
    results.set(source, result);
    if (result.diagram) writeCached(keyOf(source), result);
  }
  return results;
}

function noticed(code: Code, result: Result | null, { sources, shownFile }: DrawingTools): Diagnostic[] {
  if (result === null) return [];
  const place = (line: number | null) => placeOf(code, line, sources, shownFile(code));
  const found = result.remarks.map((one) =>
    diagnostic(one.code, place(one.line), one.message, { hint: one.hint }),
  );
  if (result.diagram && diagramAlt(code, result.diagram).trim() === '') {
    found.push(
      diagnostic(
        'diagram/no-alt',
        placeOf(code, null, sources, null),
        'This diagram does not say what is to be seen on it.',
        {
          hint:
            diagramLanguage(code) === 'dot'
              ? 'Add `alt="…"` behind the language, or give the graph a `label`.'
              : 'Add `alt="…"` behind the language, or a line `accDescr: …` to the diagram.',
        },
      ),
    );
  }
  return found;
}
