import { describe, expect, test } from 'vitest';
import type { Code } from '../../../src/parse/ast.js';
import { attributesOf, parse } from '../../support/parsed.js';

function code(info: string, body = 'a\n'): { code: Code; said: readonly string[] } {
  const { blocks, said } = parse(`\`\`\`${info}\n${body}\`\`\``);
  const [block] = blocks;
  if (block?.type !== 'code') throw new Error('There is no code.');
  return { code: block, said };
}

describe('behind the backticks', () => {
  test.each([
    ['', null],
    ['yaml', 'yaml'],
    ['  yaml', 'yaml'],
    ['c++', 'c++'],
    ['c#', 'c#'],
    ['objective-c', 'objective-c'],
    ['yaml{2}', 'yaml'],
    ['yaml[2]', 'yaml'],
    ['{2}', null],
    ['{.python}', null],
    ['file=x.py', null],
    ['title="deploy yaml"', null],
  ])('%j has the language %j', (info, language) => {
    expect(code(info, info.includes('file=') ? '' : 'a\n').code.language).toBe(language);
  });

  test.each([
    ['{3}', [[3]]],
    ['[3]', [[3]]],
    ['{3|5-7|all}', [[3], [5, 6, 7], 'all']],
    ['[3|5-7|all]', [[3], [5, 6, 7], 'all']],
    ['{1,3-4|2}', [[1, 3, 4], [2]]],
    ['{ 1 , 3 - 4 | 2 }', [[1, 3, 4], [2]]],
    ['{all|2}', ['all', [2]]],
    ['{|2}', ['all', [2]]],
    ['[5: 1|2]', [[1], [2]]],
  ])('%j are steps', (info, steps) => {
    const read = code(`js ${info}`);
    expect(read.code.steps).toEqual(steps);
    expect(read.said).toEqual([]);
    expect(code(`js${info}`).code.steps).toEqual(steps);
  });

  test.each([
    ['[5: 1|2]', 5, [[1], [2]]],
    ['[5:]', 5, []],
    ['[5: 1|2] from=9', 9, [[1], [2]]],
  ])('%j begins with a number', (info, from, steps) => {
    expect(code(`js ${info}`).code).toMatchObject({ from, numbered: true, steps });
    expect(code(`js ${info}`).said).toEqual([]);
  });

  test.each(['{0}', '{5-3}', '{1-}'])('%j are steps that cannot be read', (info) => {
    const read = code(`js ${info}`);
    expect(read.code.steps).toEqual([]);
    expect(read.said).toEqual([`code/bad-steps @ ${info}`]);
  });

  test('braces that are neither steps nor attributes are a warning', () => {
    expect(code('js {1;2}').said).toEqual(['code/bad-steps @ {1;2}']);
    expect(code('js {a=}').said).toEqual(['code/bad-steps @ {a=}']);
  });

  test('everything may stand in any order, in braces and bare', () => {
    const all = { title: 'deploy.yaml', from: 12, numbered: true, diff: true, steps: [[2]] };
    for (const info of [
      'yaml {2} {.x #i title="deploy.yaml" from=12 diff}',
      'yaml {.x #i} title="deploy.yaml" from=12 diff {2}',
      "yaml diff [2] title='deploy.yaml' {#i .x} lines from=12",
    ]) {
      const read = code(info);
      expect(read.code).toMatchObject(all);
      expect(attributesOf(read.code.attributes)).toBe(' {#i .x}');
      expect(read.said).toEqual([]);
    }
  });

  test('`lines` alone numbers from one', () => {
    expect(code('js lines').code).toMatchObject({ numbered: true, from: null });
    expect(code('js').code).toMatchObject({ numbered: false, from: null });
  });

  test('words that nobody knows stay, for a check to warn of', () => {
    expect(attributesOf(code('js wrap key="two words"').code.attributes)).toBe(' {wrap key=two words}');
  });

  test.each([
    ['file=a/deploy.yaml', 'a/deploy.yaml', null],
    ['file=a.yaml#spec', 'a.yaml', { region: 'spec' }],
    ['file=a.yaml#L10-20', 'a.yaml', { from: 10, to: 20 }],
    ['file=a.yaml#L10-L20', 'a.yaml', { from: 10, to: 20 }],
    ['file=a.yaml#L7', 'a.yaml', { from: 7, to: 7 }],
    ['file="my file.yaml#spec"', 'my file.yaml', { region: 'spec' }],
    ['{file=a.yaml}', 'a.yaml', null],
  ])('%s shows a file', (info, path, part) => {
    const read = code(`yaml ${info}`, '');
    expect(read.code.source).toMatchObject({ path, part });
    expect(read.said).toEqual([]);
  });

  test('a body beside a file is an error at `file=`', () => {
    expect(code('yaml {2} file=a.yaml', 'x\n').said).toEqual(['code/body-and-file @ file=a.yaml']);
    expect(code('yaml {2 } {.x file=a.yaml}', 'x\n').said).toEqual(['code/body-and-file @ file=a.yaml']);
  });

  test('tildes and longer fences read the same', () => {
    const { blocks } = parse('~~~~ js {2} title="a"\n```\n~~~\n~~~~');
    expect(blocks[0]).toMatchObject({ language: 'js', steps: [[2]], title: 'a', text: '```\n~~~' });
  });
});

describe('a fence', () => {
  test('that is never closed is an error at its opening', () => {
    expect(parse('a\n\n```yaml {2}\nb: c\n').said).toEqual(['fence/unclosed @ ```yaml {2}']);
    expect(parse('```\na\n``').said).toEqual(['fence/unclosed @ ```']);
    expect(parse('```').said).toEqual(['fence/unclosed @ ```']);
    expect(parse('~~~~\na\n~~~').said).toEqual(['fence/unclosed @ ~~~~']);
    expect(parse('::: tip\n```\na\n:::').said).toEqual(['fence/unclosed @ ```']);
    expect(parse('- a\n  ```\n  b').said).toEqual(['fence/unclosed @ ```']);
  });

  test('keeps what is in it, blank lines and indentation included', () => {
    expect(code('', 'a\n\n  b\n\n\n\tc\n').code.text).toBe('a\n\n  b\n\n\n\tc');
    expect(code('', '').code.text).toBe('');
    expect(code('', '\n').code.text).toBe('');
  });

  test('by indentation is code without a language', () => {
    expect(parse('a\n\n    b\n      c\n').blocks[1]).toMatchObject({
      type: 'code',
      language: null,
      text: 'b\n  c',
    });
  });
});
