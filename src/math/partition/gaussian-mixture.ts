import type { Covariance, GaussianMixtureInput, GaussianMixtureOutput } from "../../workers/lab/partition";
import { InputError } from "../input-error";
import { within } from "../progress";
import { seededRandom } from "../random";
import { admitted, type Admitted } from "./admitted";
import { collapsed } from "./collapsed";
import { maximised, type Maximised } from "./maximised-likelihood";
import { mixtureOf } from "./mixture-components";
import { mixtureStart } from "./mixture-start";
import { orderBySize } from "./order-by-size";
import { mixturePosteriors } from "./posteriors";

/**
 * A Gaussian mixture by expectation-maximisation as in scikit-learn: started from k-means, 1e-6 added to every variance,
 * until the mean log-likelihood rises by less than 1e-3 or 100 iterations; the likeliest of `restarts` seeded runs (the
 * first from the best k-means, others from single ones). Labels are the likeliest components; BIC and AIC count free
 * parameters as scikit-learn does. InputError when a covariance cannot be inverted; `notes` says when components collapsed.
 */
export function* gaussianMixture(input: GaussianMixtureInput): Generator<number, GaussianMixtureOutput, void> {
  const { matrix, seed, restarts, covariance } = input;
  const given = admitted(matrix, input.k);
  const { points, k } = given;
  const best = yield* within(likeliest(given, input), 0, 0.95);
  const { labels, confidence, logLikelihood } = yield* within(mixturePosteriors(points, best.components), 0.95, 1);
  const ordered = orderBySize(labels);
  const free = freeParameters(covariance, k, points.d);
  return {
    ...mixtureOf(best.components, [...ordered.order, ...missing(ordered.order, k)]),
    labels: ordered.labels,
    k: ordered.k,
    logLikelihood,
    bic: free * Math.log(points.n) - 2 * logLikelihood,
    aic: 2 * free - 2 * logLikelihood,
    iterations: best.iterations,
    converged: best.converged,
    confidence,
    restarts,
    seed,
    notes: [...given.notes, ...warnings(best, given, ordered.k)],
  };
}

function* likeliest(
  { points, k }: Admitted,
  { seed, restarts, covariance }: GaussianMixtureInput,
): Generator<number, Maximised, void> {
  const random = seededRandom(seed);
  const runs = k === 1 ? 1 : Math.max(1, restarts);
  let best: Maximised | null = null;
  for (let run = 0; run < runs; run++) {
    const start = yield* within(
      mixtureStart(points, k, run === 0 ? seed : null, random),
      run / runs,
      (run + 0.2) / runs,
    );
    const tried = yield* within(maximised(points, start, covariance), (run + 0.2) / runs, (run + 1) / runs);
    if (tried !== null && (best === null || tried.bound > best.bound)) best = tried;
  }
  if (best === null) {
    throw new InputError(
      "A cluster's spread cannot be measured: its rows coincide or features repeat each other. Choose fewer clusters, the shape along the axes, or other features.",
    );
  }
  return best;
}

/** Independent numbers that a mixture of this shape has. */
function freeParameters(covariance: Covariance, k: number, d: number): number {
  const spread = { full: (k * d * (d + 1)) / 2, tied: (d * (d + 1)) / 2, diag: k * d, spherical: k }[covariance];
  return spread + k * d + k - 1;
}

function missing(order: Int32Array, k: number): number[] {
  return Array.from({ length: k }, (_, j) => j).filter((j) => !order.includes(j));
}

function warnings(
  { components, converged, iterations }: Maximised,
  { k, constants }: Admitted,
  filled: number,
): string[] {
  const flat = collapsed(components, constants);
  return [
    ...(converged ? [] : [`The likelihood was still rising after ${iterations} iterations.`]),
    ...(filled < k
      ? [`${k - filled} of ${k} components are no row's likeliest, so there are ${filled} clusters.`]
      : []),
    ...(flat > 0
      ? [
          `${flat} of ${k} components have hardly any spread in some direction, which flatters likelihood and BIC. Choose fewer clusters, a simpler shape, or leave out features that repeat others.`,
        ]
      : []),
  ];
}
