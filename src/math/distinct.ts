import type { Points } from "./points";

/** Indices of up to `wanted` points that all differ from each other, the first of each kind in row order. */
export function distinctPoints({ values, n, d }: Points, wanted: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < n && found.length < wanted; i++) {
    if (found.every((other) => differ(values, i * d, other * d, d))) found.push(i);
  }
  return found;
}

/** Measured as the kernels measure, so that two points whose squared distance is 0 count as one. */
function differ(values: Float64Array, a: number, b: number, d: number): boolean {
  let square = 0;
  for (let f = 0; f < d; f++) {
    const difference = (values[a + f] as number) - (values[b + f] as number);
    square += difference * difference;
  }
  return square > 0;
}
