import type { Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import type { SegmentsResult } from "./result";

/** What a feature is in a group, as a person reads it: the mean of numbers, the most frequent of words; as in the file. */
export function groupValue({ features, prepared }: SegmentsResult, picked: Picked, feature: number): string {
  const { column, levels, format: as } = features[feature] ?? { column: new Float64Array(), levels: null };
  const counts = new Map<number, number>();
  let [sum, known] = [0, 0];
  for (let row = 0; row < picked.length; row++) {
    const value = picked[row] === 1 ? column[prepared.rows[row] as number] : undefined;
    if (value === undefined || Number.isNaN(value)) continue;
    known++;
    sum += value;
    if (levels !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (known === 0) return "not known";
  if (levels === null) return format(sum / known, as ?? "number");
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b);
  return `mostly ${levels[most?.[0] ?? -1] ?? "–"}`;
}
