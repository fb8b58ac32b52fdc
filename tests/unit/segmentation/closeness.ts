import { expect } from "vitest";

/** Fails unless `actual` is within `share` of `wanted`; the message carries the difference. */
export function expectWithin(actual: number, wanted: number, share: number, what: string): void {
  const off = Math.abs(actual - wanted) / (Math.abs(wanted) || 1);
  expect(off, `${what}: ${actual} instead of ${wanted} (${(off * 100).toFixed(4)} % off)`).toBeLessThanOrEqual(share);
}

/** A published top list and ours: the same values in the same order, and the same customers wherever no tie leaves a choice. */
export function expectSameTop(
  customers: readonly string[],
  values: readonly number[],
  published: readonly (readonly [string, number])[],
): void {
  expect(values.slice(0, published.length)).toEqual(published.map(([, value]) => value));
  const last = published.at(-1)?.[1];
  const sure = published.filter(([, value]) => value !== last).map(([id]) => id);
  const ours = customers.filter((_, index) => values[index] !== last);
  expect(ours.toSorted()).toEqual(sure.toSorted());
  const tied = customers.filter((_, index) => values[index] === last);
  for (const [id, value] of published) if (value === last) expect(tied).toContain(id);
}
