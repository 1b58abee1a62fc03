import type { HLJSApi, Language } from 'highlight.js';

/** The policies of Open Policy Agent and Gatekeeper. */
export function regoGrammar(hljs: HLJSApi): Language {
  return {
    name: 'Rego',
    keywords: {
      keyword: 'package import as default not with some every in if contains else',
      literal: 'true false null',
      'variable.language': 'input data',
    },
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.QUOTE_STRING_MODE,
      { scope: 'string', begin: /`/, end: /`/ },
      hljs.NUMBER_MODE,
      { scope: 'built_in', begin: /(?<![\w.])(?!(?:not|some|every|in|if|with)\b)[a-z_][\w.]*(?=\()/ },
      { scope: 'operator', begin: /:=|==|!=|<=|>=/ },
    ],
  };
}
