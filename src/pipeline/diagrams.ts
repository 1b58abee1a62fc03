import type { Noticed } from '../diagnostics/diagnostic.js';
import type { FindDiagram } from '../diagrams/draw-diagrams.js';
import { paperBlocks, screenBlocks, speakerBlocks } from '../model/audience.js';
import { referenceKey } from '../model/library.js';
import type { Edition } from '../model/workshop.js';
import type { Code } from '../parse/ast.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { blocksOf } from '../parse/kinds.js';
import type { Theme } from '../theme/theme.js';
import type { Gathered } from './gather.js';
import type { Printer } from './printing.js';

interface Needs {
  /** Whether any product shows the speaker's notes. */
  readonly notes: boolean;
  readonly theme: Theme;
  readonly loan: Printer['loan'];
}

/** Draws the diagrams that an edition really shows. What draws is loaded only where there is one. */
export async function drawDiagrams(
  edition: Edition,
  { library, sources }: Gathered,
  { notes, theme, loan }: Needs,
): Promise<Noticed<FindDiagram>> {
  const codes = diagramsOf(edition, notes);
  if (codes.length === 0) return { value: () => null, diagnostics: [] };
  const diagrams = await import('../diagrams/draw-diagrams.js');
  return diagrams.drawDiagrams(codes, {
    sources,
    shownFile: ({ source }) =>
      (source && library.located.get(referenceKey(source.span.file, source.path))) ?? null,
    engine: async (language) => {
      if (language === 'dot') return (await import('../diagrams/dot.js')).dotEngine();
      const [{ mermaidEngine }, { identity, lend }] = await Promise.all([
        import('../diagrams/mermaid.js'),
        loan(),
      ]);
      return mermaidEngine({ css: theme.screenFontsCss + theme.slidesCss, browser: identity, lend });
    },
  });
}

/** The fences that are diagrams, on slides, beside them on paper, and in notes where anybody sees those. */
function diagramsOf(edition: Edition, notes: boolean): readonly Code[] {
  const isDiagram = (code: Code) => diagramLanguage(code) !== null;
  const some = edition.slides.filter(({ blocks, notes }) =>
    blocksOf([...blocks, ...notes], 'code').some(isDiagram),
  );
  return some.flatMap((slide) =>
    blocksOf(
      [...screenBlocks(slide), ...paperBlocks(slide), ...(notes ? speakerBlocks(slide) : [])],
      'code',
    ).filter(isDiagram),
  );
}
