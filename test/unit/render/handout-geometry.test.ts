import { describe, expect, test } from 'vitest';
import { handoutGeometry, slidesPerPage } from '../../../src/render/handout-geometry.js';

const wide = { width: 1280, height: 720 };
const narrow = { width: 960, height: 720 };
const tall = { width: 720, height: 1280 };
const every = ([1, 2, 3, 4, 6, 9] as const).flatMap((perPage) =>
  (['a4', 'letter'] as const).flatMap((paper) =>
    [wide, narrow, tall].map((slide) => ({ perPage, paper, slide })),
  ),
);

test('the sheet has the size of its paper in CSS pixels', () => {
  expect(handoutGeometry({ paper: 'letter', booklet: false, slides: 3 }, wide)).toMatchObject({
    width: 816,
    height: 1056,
  });
  expect(handoutGeometry({ paper: 'a4', booklet: false, slides: 3 }, wide)).toMatchObject({
    width: 793.701,
    height: 1122.52,
  });
});

test.each(every)('$perPage slides of $slide.width x $slide.height fit on $paper, lines included', (one) => {
  const { zoom, lines, width, height } = handoutGeometry(
    { paper: one.paper, booklet: false, slides: one.perPage },
    one.slide,
  );
  const columns = { 1: 1, 2: 1, 3: 1, 4: 2, 6: 2, 9: 3 }[one.perPage];
  const rows = one.perPage / columns;
  expect(zoom).toBeGreaterThan(0.05);
  expect(one.slide.width * zoom * columns).toBeLessThan(width - 40 * 3.7795);
  const ruled = one.perPage === 3 ? 0 : lines * 8 * 3.7795;
  expect((one.slide.height * zoom + ruled) * rows).toBeLessThan(height - 42 * 3.7795);
});

test('there is room to write on every page of wide slides', () => {
  for (const perPage of [1, 2, 3, 4, 6, 9] as const) {
    expect(
      handoutGeometry({ paper: 'letter', booklet: false, slides: perPage }, wide).lines,
    ).toBeGreaterThanOrEqual(2);
  }
});

test('larger slides are drawn as large as smaller ones of their shape', () => {
  const { zoom } = handoutGeometry({ paper: 'a4', booklet: false, slides: 3 }, wide);
  expect(
    handoutGeometry({ paper: 'a4', booklet: false, slides: 3 }, { width: 1920, height: 1080 }).zoom,
  ).toBeCloseTo(zoom / 1.5, 3);
});

describe('a booklet', () => {
  const small = ([1, 2, 3] as const).flatMap((slides) =>
    (['a4', 'letter'] as const).flatMap((paper) =>
      [wide, narrow, tall].map((slide) => ({ slides, paper, slide })),
    ),
  );

  test('lies on its side', () => {
    expect(handoutGeometry({ paper: 'a4', booklet: true, slides: 2 }, wide)).toMatchObject({
      width: 1122.52,
      height: 793.701,
    });
  });

  test.each(small)('has room for $slides slides of $slide.width x $slide.height on half of $paper', (one) => {
    const { zoom, lines, width, height } = handoutGeometry({ ...one, booklet: true }, one.slide);
    expect(one.slide.width * zoom).toBeLessThan(width / 2 - 22 * 3.7795);
    const needed = one.slide.height * zoom + lines * 8 * 3.7795;
    expect(needed * one.slides).toBeLessThan(height - 30 * 3.7795);
  });

  test('leaves room to write with one slide a page and with two', () => {
    expect(handoutGeometry({ paper: 'a4', booklet: true, slides: 1 }, wide).lines).toBeGreaterThan(10);
    expect(handoutGeometry({ paper: 'letter', booklet: true, slides: 2 }, wide).lines).toBeGreaterThan(1);
  });

  test('has three slides a page where more are asked for', () => {
    expect(([1, 2, 3, 4, 6, 9] as const).map((slides) => slidesPerPage({ booklet: true, slides }))).toEqual([
      1, 2, 3, 3, 3, 3,
    ]);
    expect(slidesPerPage({ booklet: false, slides: 9 })).toBe(9);
  });
});
