import type { HLJSApi, Language, Mode } from 'highlight.js';

/** Go's templates around YAML, as charts for Helm are written. */
export function helmGrammar(hljs: HLJSApi): Language {
  const actions: Mode = {
    scope: 'template-variable',
    begin: /\{\{-?/,
    end: /-?\}\}/,
    keywords: {
      $pattern: /[A-Za-z]\w*/,
      keyword: 'if else end range with define template block include break continue',
      literal: 'true false nil',
      built_in:
        'and or not eq ne lt le gt ge len index printf print default quote squote indent nindent toYaml fromYaml ' +
        'required tpl lookup trim trunc trimSuffix upper lower replace dict list has hasKey get set merge b64enc sha256sum',
    },
    contains: [
      hljs.COMMENT(/\/\*/, /\*\//),
      hljs.QUOTE_STRING_MODE,
      { scope: 'string', begin: /`/, end: /`/ },
      hljs.NUMBER_MODE,
      { scope: 'variable', begin: /\$\w*/ },
      { scope: 'attr', begin: /\.[A-Za-z][\w.]*/ },
    ],
  };
  return { name: 'Helm', subLanguage: 'yaml', contains: [actions] };
}
