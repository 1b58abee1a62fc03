import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Operands, operatorTable, readOperators } from '../../../src/print/text/operators.js';

const names = ['q', 'Tj', 'T*', "'", '"', 'BDC', 'Tm', 'Do'];
const table = operatorTable(Object.fromEntries(names.map((name) => [name, name])));

/** Each operator that is told of, with what stands before it. */
function read(content: string): string[] {
  const found: string[] = [];
  readOperators(content, table, (name, operands) => {
    const before = Array.from({ length: operands.count }, (_, index) => operands.written(index));
    found.push([...before, name].join(' '));
  });
  return found;
}

test('operators of one to three letters are told apart, and those that are not asked for are passed over', () => {
  expect(read('q 1 0 0 1 2 3 cm 4 w\n/P <</MCID 0>>BDC (a) Tj T* (b) \' 1 2 (c) " ET BD BDCX')).toEqual([
    'q',
    '/P <</MCID 0>> BDC',
    '(a) Tj',
    'T*',
    "(b) '",
    '1 2 (c) "',
  ]);
});

test('what lies in a picture is no operator', () => {
  expect(read('BI /W 1 ID q (x) Tj\nEI (y) Tj')).toEqual(['(y) Tj']);
});

test('numbers are those that are written', () => {
  const digits = fc.stringMatching(/^\d{1,20}$/);
  const number = fc
    .tuple(fc.constantFrom('', '-', '+'), digits, fc.option(fc.stringMatching(/^\d{0,24}$/)), fc.boolean())
    .map(([sign, whole, part, isBare]) =>
      part === null ? sign + whole : `${sign}${isBare && part !== '' ? '' : whole}.${part}`,
    );
  const numbers = (operands: Operands) =>
    Array.from({ length: operands.count }, (_, index) => operands.number(index));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 6 }), (written) => {
      let found: number[] = [];
      readOperators(`${written.join(' ')} Tm`, table, (_, operands) => {
        found = numbers(operands);
      });
      expect(found).toEqual(written.map(Number));
    }),
    { numRuns: 2000 },
  );
});

test('what is not there counts as nothing', () => {
  readOperators('Tm', table, (_, { number, written }) => {
    expect(number(0)).toBe(0);
    expect(written(0)).toBe('');
  });
});
