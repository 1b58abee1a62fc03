import type { Noticed } from '../diagnostics/diagnostic.js';
import type { FindDiagram } from '../diagrams/draw-diagrams.js';
import { paperBlocks, screenBlocks, speakerBlocks } from '../model/audience.js';
import { referenceKey } from '../model/library.js';
import type { Edition } from '../model/workshop.js';
import type { Code } from '../parse/ast.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { walkBlocks } from '../parse/walk.js';
import type { Gathered } from './gather.js';

/**
 * Draws the diagrams that an edition really shows. What draws is loaded only where there is one.
 *
 * @param notes whether any product shows the speaker's notes
 */
export async function drawDiagrams(
  edition: Edition,
  notes: boolean,
  { library, sources }: Gathered,
): Promise<Noticed<FindDiagram>> {
  const codes = diagramsOf(edition, notes);
  if (codes.length === 0) return { value: () => null, diagnostics: [] };
  const diagrams = await import('../diagrams/draw-diagrams.js');
  return diagrams.drawDiagrams(codes, {
    sources,
    shownFile: ({ source }) =>
      (source && library.located.get(referenceKey(source.span.file, source.path))) ?? null,
    engine: async () => (await import('../diagrams/dot.js')).dotEngine(),
  });
}

/** The fences that are diagrams, on slides, beside them on paper, and in notes where anybody sees those. */
function diagramsOf(edition: Edition, notes: boolean): readonly Code[] {
  return edition.slides.flatMap(
    (slide) =>
      walkBlocks([
        ...screenBlocks(slide),
        ...paperBlocks(slide),
        ...(notes ? speakerBlocks(slide) : []),
      ]).filter((block) => block.type === 'code' && diagramLanguage(block) !== null) as Code[],
  );
}
