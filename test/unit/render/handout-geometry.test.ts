import { expect, test } from 'vitest';
import { handoutGeometry } from '../../../src/render/handout-geometry.js';

const wide = { width: 1280, height: 720 };
const narrow = { width: 960, height: 720 };
const tall = { width: 720, height: 1280 };
const every = ([1, 2, 3, 4, 6, 9] as const).flatMap((perPage) =>
  (['a4', 'letter'] as const).flatMap((paper) =>
    [wide, narrow, tall].map((slide) => ({ perPage, paper, slide })),
  ),
);

test('the sheet has the size of its paper in CSS pixels', () => {
  expect(handoutGeometry('letter', 3, wide)).toMatchObject({ width: 816, height: 1056 });
  expect(handoutGeometry('a4', 3, wide)).toMatchObject({ width: 793.701, height: 1122.52 });
});

test.each(every)('$perPage slides of $slide.width x $slide.height fit on $paper, lines included', (one) => {
  const { zoom, lines, width, height } = handoutGeometry(one.paper, one.perPage, one.slide);
  const columns = { 1: 1, 2: 1, 3: 1, 4: 2, 6: 2, 9: 3 }[one.perPage];
  const rows = one.perPage / columns;
  expect(zoom).toBeGreaterThan(0.05);
  expect(one.slide.width * zoom * columns).toBeLessThan(width - 40 * 3.7795);
  const ruled = one.perPage === 3 ? 0 : lines * 8 * 3.7795;
  expect((one.slide.height * zoom + ruled) * rows).toBeLessThan(height - 42 * 3.7795);
});

test('there is room to write on every page of wide slides', () => {
  for (const perPage of [1, 2, 3, 4, 6, 9] as const) {
    expect(handoutGeometry('letter', perPage, wide).lines).toBeGreaterThanOrEqual(2);
  }
});

test('larger slides are drawn as large as smaller ones of their shape', () => {
  const { zoom } = handoutGeometry('a4', 3, wide);
  expect(handoutGeometry('a4', 3, { width: 1920, height: 1080 }).zoom).toBeCloseTo(zoom / 1.5, 3);
});
