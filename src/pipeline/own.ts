import { noOwnWords, type OwnWords } from '../theme/own-words.js';
import { noOwnTemplates, type OwnTemplates } from '../theme/template-files.js';

/** What a deck brings to replace files of ours. */
export interface Own {
  readonly templates: OwnTemplates;
  readonly words: OwnWords;
}

export const nothingOwn: Own = { templates: noOwnTemplates, words: noOwnWords };
