import type { ClusterStability, StabilityOutput } from "../../workers/lab/judging";
import { meanOf } from "../mean";
import { quantiles } from "../quantile";

/** The resamples of several workers in the order given, summed up as one; all of the same seed, sample and k. */
export function combinedStability(parts: readonly [StabilityOutput, ...StabilityOutput[]]): StabilityOutput {
  const [first] = parts;
  const sizes = first.clusters.map(({ size }) => size);
  return {
    ...first,
    ...stabilitySummary(joined(parts.map(({ values }) => values)), joined(parts.map((part) => part.jaccard)), sizes),
  };
}

/** Mean and 95 % percentile interval of the resamples' `values`, and the mean Jaccard index of each cluster. */
export function stabilitySummary(
  values: Float64Array,
  jaccard: Float64Array,
  sizes: readonly number[],
): Pick<StabilityOutput, "values" | "mean" | "low95" | "high95" | "jaccard" | "clusters"> {
  const [low95, high95] = quantiles(values, [0.025, 0.975]) as [number, number];
  const clusters = sizes.map((size, c): ClusterStability => {
    const own = jaccard.filter((_, at) => at % sizes.length === c);
    return { size, stability: meanOf(own) };
  });
  return { values, mean: meanOf(values), low95, high95, jaccard, clusters };
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
