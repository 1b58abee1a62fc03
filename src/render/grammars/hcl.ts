import type { HLJSApi, Language, Mode } from 'highlight.js';

/** HashiCorp's language: Terraform, OpenTofu, Packer, Nomad, and the files of `docker buildx bake`. */
export function hclGrammar(hljs: HLJSApi): Language {
  const inside: Mode = {
    scope: 'subst',
    begin: /[$%]\{/,
    end: /\}/,
    keywords: {
      keyword: 'for in if else endif endfor',
      literal: 'true false null',
      'variable.language': 'var local each count self module data path terraform',
    },
  };
  const text: Mode = {
    scope: 'string',
    begin: /"/,
    end: /"/,
    illegal: /\n/,
    contains: [
      { begin: /\$\$\{|%%\{/ },
      { scope: 'char.escape', begin: /\\(?:[nrt"\\]|u\w{4}|U\w{8})/ },
      inside,
    ],
  };
  const number: Mode = { scope: 'number', begin: /\b\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\b/ };
  const call: Mode = { scope: 'built_in', begin: /(?<![\w-])[a-z][\w-]*(?=\()/ };
  inside.contains = [text, number, call];
  return {
    name: 'HCL',
    keywords: {
      keyword: 'for in if else endif endfor',
      literal: 'true false null',
      'variable.language': 'var local each count self',
    },
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      // A block: its type, labels and the brace. `resource "aws_instance" "web" {`
      {
        begin: [/^[ \t]*/, /[A-Za-z][\w-]*/, /(?=(?:[ \t]+(?:"[^"\n]*"|[A-Za-z][\w-]*))*[ \t]*\{)/],
        beginScope: { 2: 'keyword' },
      },
      { begin: [/(?<![\w-])[A-Za-z][\w-]*/, /(?=[ \t]*=(?![=>]))/], beginScope: { 1: 'attr' } },
      { scope: 'string', begin: /<<[-~]?([A-Z_a-z]\w*)\n/, end: /^[ \t]*[A-Z_]+$/, contains: [inside] },
      text,
      number,
      call,
      { scope: 'type', begin: /\b(?:string|number|bool|any|list|map|set|object|tuple)\b/ },
    ],
  };
}
