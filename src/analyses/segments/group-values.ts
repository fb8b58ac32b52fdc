import type { Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import type { SegmentsResult } from "./result";

/** What every feature is in a group. One after the other with a pause: of a million customers all at once would hold the page. */
export async function groupValues(result: SegmentsResult, picked: Picked): Promise<readonly string[]> {
  const values: string[] = [];
  for (const feature of result.features.keys()) {
    values.push(groupValue(result, picked, feature));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return values;
}

/** What a feature is in a group, as a person reads it: the mean of numbers, the most frequent of words; as in the file. */
function groupValue({ features, prepared }: SegmentsResult, picked: Picked, feature: number): string {
  const { column, levels, format: as } = features[feature] ?? { column: new Float64Array(), levels: null };
  const counts = new Float64Array(levels?.length ?? 0);
  let [sum, known] = [0, 0];
  for (let row = 0; row < picked.length; row++) {
    const value = picked[row] === 1 ? column[prepared.rows[row] as number] : undefined;
    if (value === undefined || Number.isNaN(value)) continue;
    known++;
    sum += value;
    if (levels !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  if (known === 0) return "not known";
  if (levels === null) return format(sum / known, as ?? "number");
  const most = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
  return `mostly ${levels[most] ?? "–"}`;
}
