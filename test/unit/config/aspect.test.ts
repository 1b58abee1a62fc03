import { expect, test } from 'vitest';
import { parseAspect } from '../../../src/config/aspect.js';

test('an aspect has a name or is given in pixels', () => {
  expect(parseAspect('16:9')).toEqual({ width: 1280, height: 720 });
  expect(parseAspect('4:3')).toEqual({ width: 960, height: 720 });
  expect(parseAspect('16:10')).toEqual({ width: 1280, height: 800 });
  expect(parseAspect('1920x1080')).toEqual({ width: 1920, height: 1080 });
  expect(parseAspect(' 1050 X 700 ')).toEqual({ width: 1050, height: 700 });
});

test.each(['wide', '16:8', '0x0', '99x720', '10001x720', '1280', 'constructor', '1280x720px'])(
  '%j is no aspect',
  (written) => {
    expect(parseAspect(written)).toBeNull();
  },
);
