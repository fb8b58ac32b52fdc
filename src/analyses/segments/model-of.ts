import type { SavedModel } from "../../view/saved-model";
import type { SegmentsResult } from "./result";

/**
 * What is needed to find these segments in another file; null for segments that rules make, which need no model. A customer
 * goes to the nearest place, so algorithms that decide otherwise are only approximated: `fidelity` says how far.
 */
export function modelOf(result: SegmentsResult): SavedModel | null {
  const { features, prepared, grouping, names, rfm } = result;
  if (rfm !== null || grouping.k < 1) return null;
  return {
    features: features.map(({ text, levels }, at) => {
      const { filledWith = null, lowerBound = null, upperBound = null } = prepared.features[at] ?? {};
      const capped = result.treatment.outliers.method !== "keep" && levels === null;
      return { text, levels, filledWith, lower: capped ? lowerBound : null, upper: capped ? upperBound : null };
    }),
    axes: prepared.axes,
    metric: grouping.model.kind === "nearest" ? grouping.model.metric : "euclidean",
    places: grouping.places,
    names: names.map(({ name }) => name),
  };
}

/** Share of the rows, noise left out, that the nearest place puts into the segment they are in. */
export function fidelity({ grouping, prepared }: SegmentsResult): number {
  const { labels, places, model } = grouping;
  const { values, d } = prepared.matrix;
  const taxicab = model.kind === "nearest" && model.metric === "manhattan";
  let same = 0;
  let counted = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label < 0) continue;
    counted++;
    if (nearestPlace(values, i * d, places, taxicab) === label) same++;
  }
  return counted === 0 ? Number.NaN : same / counted;
}

function nearestPlace(
  values: Float64Array,
  at: number,
  places: SegmentsResult["grouping"]["places"],
  taxicab: boolean,
): number {
  let best = -1;
  let least = Infinity;
  for (const [place, centre] of places.entries()) {
    let distance = 0;
    for (let f = 0; f < centre.length; f++) {
      const away = (values[at + f] as number) - (centre[f] as number);
      distance += taxicab ? Math.abs(away) : away * away;
    }
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}
