import type { LabFeature } from "../../segmentation/lab-feature";
import type { KnownRows } from "./known-rows";

/** A feature whose value names the outcome of so many is the outcome in other words. */
const SAME = 0.995;

/** Features with more values are no copy: each value would name an outcome by itself. */
const MOST_VALUES = 8;

/** Whether the feature's own values, a few, give away the outcome of nearly everyone, and of both kinds. */
export function isNearCopy({ column }: LabFeature, { rows, outcome }: KnownRows): boolean {
  const counts = new Map<number, [number, number]>();
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number;
    const own = counts.get(value) ?? [0, 0];
    own[outcome[at] === 1 ? 1 : 0] += 1;
    counts.set(value, own);
    if (counts.size > MOST_VALUES) return false;
  }
  const [right, found] = [...counts.values()].reduce(
    ([all, hits], [no, yes]) => [all + Math.max(no, yes), hits + (yes > no ? yes : 0)],
    [0, 0],
  );
  const positives = outcome.reduce((sum, one) => sum + one, 0);
  return right >= SAME * rows.length && found >= SAME * positives && positives > 0;
}
