import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/parse/plain-text.js';
import { childInlines } from '../../../src/parse/walk.js';
import { type Answer, answersOf } from '../../../src/render/book/answers.js';
import { prepare } from '../../support/prepared.js';

async function answers(markdown: string): Promise<readonly Answer[]> {
  const { edition } = await prepare({ 'talk.md': `---\ntitle: Ropes\n---\n\n${markdown}` });
  return answersOf(edition());
}

const words = (blocks: Answer['task']) => blocks.map((block) => plainText(childInlines(block)));
const told = (all: readonly Answer[]) =>
  all.map(({ kind, number, title, task, solutions }) => ({
    name: `${kind} ${number}: ${title}`,
    task: words(task),
    solutions: solutions.map((one) => [one.part, one.title, ...words(one.blocks)]),
  }));

describe('answers', () => {
  test('are those of exercises, with what is asked up to the first hint', async () => {
    const found = await answers(
      '## Tie it\n\n::: exercise\nTie it.\n\n::: hint\nTwice.\n:::\n\n::: solution For sailors\nAround.\n:::\n:::\n',
    );
    expect(told(found)).toEqual([
      { name: 'exercise 1: Tie it', task: ['Tie it.'], solutions: [[null, 'For sailors', 'Around.']] },
    ]);
  });

  test('are those of labs, the whole first and then its parts', async () => {
    const found = await answers(
      '## Find it\n\n::: lab\n### Objective\n\nFind the pier.\n\nSoon.\n\n### Steps\n\n1. Go.\n\n### Challenge\n\nIn the dark.\n\n#### Solution\n\nA bell.\n\n### Solution\n\nThere.\n:::\n',
    );
    expect(told(found)).toEqual([
      {
        name: 'lab 1: Find it',
        task: ['Find the pier.'],
        solutions: [
          [null, null, 'There.'],
          ['challenge', null, 'A bell.'],
        ],
      },
    ]);
  });

  test('are those of questions, and else of the slide', async () => {
    const found = await answers(
      '## Ends\n\n::: question\nHow many?\n\n::: solution\nTwo.\n:::\n:::\n\n---\n\n## Alone\n\n::: guide\n::: solution\nHere.\n:::\n:::\n\n---\n\n## Noted\n\nNote:\n::: solution\nThere.\n:::\n',
    );
    expect(told(found)).toEqual([
      { name: 'question 1: Ends', task: ['How many?'], solutions: [[null, null, 'Two.']] },
      { name: 'slide null: Alone', task: [], solutions: [[null, null, 'Here.']] },
      { name: 'slide null: Noted', task: [], solutions: [[null, null, 'There.']] },
    ]);
  });

  test('belong to the innermost task around them, once', async () => {
    const found = await answers(
      '## Tie it\n\n::: lab Outer\n1. Go.\n\n::: exercise Inner\nTie.\n\n::: solution\nAround.\n:::\n:::\n:::\n',
    );
    expect(told(found)).toEqual([
      { name: 'exercise 1: Inner', task: ['Tie.'], solutions: [[null, null, 'Around.']] },
    ]);
  });

  test('are none where nothing has a solution', async () => {
    expect(await answers('## Tie it\n\n::: exercise\nTie it.\n:::\n')).toEqual([]);
  });
});
