import type { GroupMean, GroupMeansInput } from "../../workers/journeys/kinds";
import { within } from "../progress";
import { quantilesInPlace } from "../quantile";
import { seededRandom } from "../random";

/** With more values the mean's distribution is normal enough, and a thousand resamples take long. */
const MOST_RESAMPLED = 5000;

const Z = 1.959963984540054;

/**
 * The mean of each group with a 95 % interval: the 2.5th and 97.5th percentile of the means of `resamples` samples drawn
 * with replacement (Efron 1979), each group by its own sequence of `seed`; with more than 5,000 values mean ± 1.96 standard
 * errors. A single value has no interval.
 */
export function* groupMeans(input: GroupMeansInput): Generator<number, readonly GroupMean[], void> {
  const { values, labels, k, seed, resamples } = input;
  const means: GroupMean[] = [];
  for (let group = 0; group < k; group++) {
    const own = values.filter((value, at) => labels[at] === group && !Number.isNaN(value));
    means.push(yield* within(meanOf(own, seed + group, resamples), group / k, (group + 1) / k));
  }
  return means;
}

function* meanOf(values: Float64Array, seed: number, resamples: number): Generator<number, GroupMean, void> {
  const n = values.length;
  const sum = values.reduce((all, one) => all + one, 0);
  const mean = sum / n;
  const known = { n, sum, mean: n === 0 ? NaN : mean };
  if (n < 2) return { ...known, low: NaN, high: NaN, method: "bootstrap" };
  if (n > MOST_RESAMPLED) {
    const squares = values.reduce((all, one) => all + (one - mean) ** 2, 0);
    const half = Z * Math.sqrt(squares / (n - 1) / n);
    return { ...known, low: mean - half, high: mean + half, method: "normal" };
  }
  const random = seededRandom(seed);
  const drawn = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    let total = 0;
    for (let draw = 0; draw < n; draw++) total += values[Math.floor(random() * n)] as number;
    drawn[sample] = total / n;
    if (sample % 20 === 0) yield sample / resamples;
  }
  const [low = NaN, high = NaN] = quantilesInPlace(drawn, [0.025, 0.975]);
  return { ...known, low, high, method: "bootstrap" };
}
