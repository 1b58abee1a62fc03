import { expect, test } from 'vitest';
import { coloursIn } from '../../../src/model/colour.js';

test.for([
  ['red', ['red']],
  ['RED', ['RED']],
  ['#abc', ['#abc']],
  ['#abcdef12', ['#abcdef12']],
  ['#abcdef123', []],
  ['#red', ['red']],
  ['#abz red', ['red']],
  ['url(a.png) #1234', ['#1234']],
  ['linear-gradient(90deg, red, #fff 20%, rgb(1 2 3 / 50%))', ['red', '#fff', 'rgb(1 2 3 / 50%)']],
  ['rgb(1, 2, 3), tan, hsla(120deg 50% 50%), #000', ['rgb(1, 2, 3)', 'tan', 'hsla(120deg 50% 50%)', '#000']],
  ['rgb(from red r g b) blue', ['blue']],
  ['rgb(rgb(1 2 3) navy', ['rgb(1 2 3)', 'navy']],
  ['rgb(1 2 3)red', ['rgb(1 2 3)', 'red']],
  ['argb(1 2 3)', []],
  ['rgba(red', ['red']],
  ['var(--red, gold)', ['red', 'gold']],
  ['dark-red red2 2red red_', ['red']],
  ['ruby #fffff', []],
] as const)('the colours in %s are %o', ([css, colours]) => {
  expect(coloursIn(css)).toEqual(colours);
});
