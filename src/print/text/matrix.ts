/** The first two columns of a matrix that moves, turns and stretches, as PDF writes them. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const still: Matrix = [1, 0, 0, 1, 0, 0];

/** The one matrix that does what `first` does, and then `second`. */
export function product(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}
