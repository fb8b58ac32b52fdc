import type { Compute } from "../../workers/contract";
import type { PreparedMatrix } from "../../workers/lab/preparing";
import { groupingKey, type GivenName } from "./given-name";
import type { Grouping } from "./grouping";
import type { NamedSegment } from "./naming";
import { nearest } from "./nearest";
import type { RfmStudy } from "./rfm";
import { rfmName, rfmNotes, rfmParameters, rfmRule } from "./rfm-words";

/**
 * The named segments as a grouping of the rows of the matrix, which is made from `rfmLab`: 0 is the largest, Others are one of
 * them. The model places others by the nearest mean, which the rules need not agree with.
 */
export async function groupByRfm(
  study: RfmStudy,
  { matrix, rows }: Pick<PreparedMatrix, "matrix" | "rows">,
  given: readonly GivenName[],
  compute: Compute,
): Promise<{ readonly grouping: Grouping; readonly names: readonly NamedSegment[] }> {
  const { labels, order } = bySize(rows.map((row) => study.places[row] as number));
  const k = order.length;
  const { means } = await compute("clusterMeans", { matrix, labels, k });
  const told = { parameters: rfmParameters(study), facts: {} };
  const grouping = nearest("rfm", { labels, k, notes: rfmNotes(study) }, means, matrix.n, told);
  return { grouping: { ...grouping, modelExact: false }, names: namesOf(study, order, given) };
}

/** Numbers segments by size, ties by the first row; `order[label]` is the segment's place. */
function bySize(places: Int32Array): { readonly labels: Int32Array; readonly order: readonly number[] } {
  const sizes = new Map<number, number>();
  for (const place of places) sizes.set(place, (sizes.get(place) ?? 0) + 1);
  const order = [...sizes].toSorted(([, a], [, b]) => b - a).map(([place]) => place);
  const label = new Map(order.map((place, now) => [place, now]));
  return { labels: places.map((place) => label.get(place) ?? -1), order };
}

function namesOf(study: RfmStudy, order: readonly number[], given: readonly GivenName[]): readonly NamedSegment[] {
  const key = groupingKey("rfm", order.length);
  return order.map((place, now) => {
    const own = given.find(({ grouping, segment }) => grouping === key && segment === now);
    const rule = rfmRule(study, place);
    return own === undefined
      ? { name: rfmName(study, place), rule, given: true }
      : { name: own.name, rule: `Named by you. ${rule}`, given: true };
  });
}
