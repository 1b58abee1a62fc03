import { expect, test } from 'vitest';
import { directionOf } from '../../../src/render/direction.js';
import { oneLine } from '../../../src/render/running-head.js';

test('what fits at the head of a page stays as it is', () => {
  expect(oneLine('Kubernetes vs. Docker', 50)).toBe('Kubernetes vs. Docker');
  expect(oneLine('x'.repeat(50), 50)).toBe('x'.repeat(50));
});

test('what does not fit ends in dots', () => {
  expect(oneLine('From container to cluster', 15)).toBe('From container…');
  expect(oneLine('word '.repeat(60), 50)).toHaveLength(50);
});

test('characters that are twice as wide count twice', () => {
  expect(oneLine('容器与集群', 10)).toBe('容器与集群');
  expect(oneLine('容器与集群', 9)).toBe('容器与集…');
  expect(oneLine('🚀🚀🚀', 5)).toBe('🚀🚀…');
});

test('scripts say which way a language is read', () => {
  expect(['ar', 'he', 'fa', 'ur', 'az-Arab'].map(directionOf)).toEqual(Array(5).fill('rtl'));
  expect(['en', 'de-CH', 'ja', 'az'].map(directionOf)).toEqual(Array(4).fill('ltr'));
});
