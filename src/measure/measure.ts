import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import type { RenderedPage } from '../render/page.js';
import { measureCutOff } from './cut-off.js';
import { measureDiagrams } from './diagram-type.js';
import { measureImages } from './images.js';
import { measureOverflow } from './overflow.js';
import { measureType } from './small-type.js';

/**
 * What only a laid-out page can tell, in reading order. The page is the one that is being printed; products that show the same
 * slides notice the same about them.
 */
export async function measure(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  return [
    ...(await measureOverflow(open, page)),
    ...(await measureImages(open, page)),
    ...(page.product === 'slides' ? await measureDiagrams(open, page) : []),
    ...(page.product === 'handout' ? await measureType(open, page) : []),
    ...(page.product === 'handout' ? await measureCutOff(open, page) : []),
  ];
}
