import type { HLJSApi, Language } from 'highlight.js';

/** The query language of Prometheus. */
export function promqlGrammar(hljs: HLJSApi): Language {
  return {
    name: 'PromQL',
    keywords: {
      keyword: 'and or unless by without on ignoring group_left group_right offset bool',
      literal: 'Inf NaN',
    },
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.QUOTE_STRING_MODE,
      hljs.APOS_STRING_MODE,
      { scope: 'string', begin: /`/, end: /`/ },
      // Spans of time: `[5m]`, `1h30m`.
      { scope: 'number', begin: /\b(?:\d+(?:ms|[smhdwy]))+\b/ },
      hljs.C_NUMBER_MODE,
      { scope: 'attr', begin: /\b[A-Za-z_]\w*(?=\s*(?:=~|!~|!=|=)\s*["'`])/ },
      {
        scope: 'built_in',
        begin:
          /\b(?!(?:and|or|unless|by|without|on|ignoring|group_left|group_right)\b)[a-z_]\w*(?=\s*(?:\(|(?:by|without)\b))/,
      },
      { scope: 'title', begin: /(?<![\w:])[A-Za-z_:][\w:]*(?=\{)/ },
    ],
  };
}
