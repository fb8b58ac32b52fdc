import type { Covariance } from "../../workers/lab/partition";
import type { Fit } from "../lloyd";
import type { Points } from "../points";
import { within } from "../progress";
import type { Components } from "./mixture-components";
import { posteriorOf } from "./mixture-density";
import { addRow, componentsFrom, momentsAbout, type Moments } from "./mixture-moments";

/** A local maximum of the likelihood. */
export interface Maximised {
  readonly components: Components;
  /** Mean log-likelihood before the last step. */
  readonly bound: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** scikit-learn's: iterations at most, and the rise of the mean log-likelihood that is not worth another. */
const ITERATIONS = 100;
const TOLERANCE = 1e-3;

/** Multiplications between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/** Expectation-maximisation (Dempster, Laird & Rubin 1977) from a k-means; null where a covariance cannot be inverted. */
export function* maximised(
  points: Points,
  { centroids, labels }: Pick<Fit, "centroids" | "labels">,
  covariance: Covariance,
): Generator<number, Maximised | null, void> {
  const own = (i: number, posterior: Float64Array): number => {
    posterior.fill(0);
    posterior[labels[i] as number] = 1;
    return 0;
  };
  let before = -Infinity;
  let components = componentsFrom((yield* within(sweep(points, centroids, covariance, own), 0, 0)).moments);
  for (let iterations = 1; components !== null; iterations++) {
    const current: Components = components;
    const expected = sweep(points, current.means, covariance, (i, posterior) =>
      posteriorOf(points.values, i * points.d, current, posterior),
    );
    const { moments, bound } = yield* within(expected, (iterations - 1) / ITERATIONS, iterations / ITERATIONS);
    components = componentsFrom(moments);
    const converged = Math.abs(bound - before) < TOLERANCE;
    if (components !== null && (converged || iterations === ITERATIONS)) {
      return { components, bound, iterations, converged };
    }
    before = bound;
  }
  return null;
}

/** One look at every row: its posterior by `respond`, which returns its log-likelihood, added to the moments. */
function* sweep(
  { values, n, d }: Points,
  about: Float64Array,
  covariance: Covariance,
  respond: (row: number, posterior: Float64Array) => number,
): Generator<number, { moments: Moments; bound: number }, void> {
  const moments = momentsAbout(about, d, covariance);
  const posterior = new Float64Array(moments.mass.length);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (moments.second.length + moments.first.length)));
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += respond(i, posterior);
    addRow(moments, values, i * d, posterior);
    if (i % step === 0) yield i / n;
  }
  return { moments, bound: sum / n };
}
