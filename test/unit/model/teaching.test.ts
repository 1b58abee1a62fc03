import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

const deck = `# Part {#part}

::: objectives Today
- one
:::

::: keypoints
- two
:::

---

## More {#more}

::: misconception
It is small.

It is not.
:::

::: term Pod
Containers.
:::

::: question {lines=4}
What?
:::

::: question How?
:::

::: checklist {when="the day before"}
- charged
:::

::: exercise {#tie time=10m needs=rope}
Tie it.

::: solution
So.
:::

### Solution

Or so.
:::

Note:

::: ask
Who?
:::

::: guide
::: cut {time=5m}
This.
:::
:::
`;

test('what a deck teaches with is gathered once, each with its slide and section', async () => {
  const { edition, said } = await prepare({ 'talk.md': deck });
  expect(said).toEqual([]);
  const { teaching } = edition();
  expect(teaching.objectives).toMatchObject([{ title: 'Today', slide: 'part', section: 0 }]);
  expect(teaching.keypoints).toMatchObject([{ title: null, slide: 'part' }]);
  expect(teaching.misconceptions).toMatchObject([{ belief: 'It is small.', slide: 'more', section: 0 }]);
  expect(teaching.misconceptions[0]?.truth).toHaveLength(1);
  expect(teaching.terms).toMatchObject([{ name: 'Pod' }]);
  expect(teaching.questions).toMatchObject([
    { number: 1, lines: 4, title: null },
    { number: 2, lines: null, title: 'How?' },
  ]);
  expect(teaching.checklists).toMatchObject([{ when: 'the day before' }]);
  expect(teaching.exercises).toMatchObject([{ number: 1, id: 'tie', time: 600, needs: ['rope'] }]);
  expect(teaching.exercises[0]?.solutions).toHaveLength(2);
  expect(teaching.cues).toMatchObject([
    { kind: 'ask', time: null },
    { kind: 'cut', time: 300, slide: 'more' },
  ]);
});

test('the model prints as JSON', async () => {
  const { edition } = await prepare({ 'talk.md': deck });
  expect(JSON.parse(JSON.stringify(edition())).teaching.exercises).toHaveLength(1);
});

test('what an edition leaves out is not counted', async () => {
  const { edition } = await prepare({
    'talk.md': '## a\n\n::: exercise {tier=optional time=5m}\nx\n:::\n\n::: exercise {time=3m}\ny\n:::',
  });
  expect(edition().teaching.exercises).toMatchObject([{ number: 1, time: 180 }]);
  expect(edition().time).toBe(180);
});

test('blocks of other editions are neither counted nor timed, and those that follow move up', async () => {
  const { edition } = await prepare({
    'deck.yaml': 'modules: [a.md]\neditions: { short: {}, long: { tier: all } }\n',
    'a.md':
      '## a\n\n::: lab {editions=long time=20m}\n1. x\n:::\n\n::: lab {time=5m}\n1. y\n:::\n\n---\n\n## b {tier=optional}\n\n::: question\nz\n:::\n\n---\n\n## c\n\n::: question\nz\n:::',
  });
  const seen = (name: string) => {
    const { teaching, time, timetable } = edition(name);
    const tasks = timetable?.days[0]?.entries[0]?.tasks.map((task) => task.number);
    return { labs: teaching.labs.length, questions: teaching.questions.map((one) => one.slide), time, tasks };
  };
  expect(seen('short')).toEqual({ labs: 1, questions: ['c'], time: 300, tasks: [1] });
  expect(seen('long')).toEqual({ labs: 2, questions: ['b', 'c'], time: 1500, tasks: [1, 2] });
});
