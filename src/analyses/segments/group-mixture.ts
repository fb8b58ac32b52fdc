import type { Matrix } from "../../workers/lab/matrix";
import type { GaussianMixtureOutput, Mixture } from "../../workers/lab/partition";
import type { GroupingDesk, GroupingPlan } from "./group";
import type { Grouping } from "./grouping";
import { nearest } from "./nearest";

/** Rows that a mixture is fitted on when there are more: a pass over one row costs as much as the square of its axes. */
export const MIXTURE_ROWS = 20_000;

/** A Gaussian mixture of all rows; of many, fitted on a sample and asked about every row. */
export async function groupByMixture(matrix: Matrix, plan: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const { k, seed, restarts, covariance } = plan;
  const sample =
    matrix.n > MIXTURE_ROWS ? await desk.compute("sampledMatrix", { matrix, size: MIXTURE_ROWS, seed }) : null;
  const fitted = sample?.matrix ?? matrix;
  const made = await desk.compute("gaussianMixture", { matrix: fitted, k, seed, restarts, covariance }, desk);
  const parameters = { k, restarts, seed, "shape of groups": covariance, "rows fitted": fitted.n };
  const facts = { bic: made.bic, iterations: made.iterations, converged: made.converged };
  if (sample === null) return grouped(made, made, made.confidence, matrix.n, { parameters, facts });
  const placed = await desk.compute("assign", { matrix, model: { kind: "mixture", mixture: made } });
  const { labels, mixture, k: filled } = largestFirst(placed.labels, made);
  const notes = [
    ...made.notes,
    `The mixture was fitted on ${fitted.n.toLocaleString("en")} of ${matrix.n.toLocaleString("en")} rows, drawn at random; every row then went to its likeliest component.`,
  ];
  return grouped({ labels, k: filled, notes }, mixture, placed.confidence, fitted.n, { parameters, facts });
}

function grouped(
  made: Pick<GaussianMixtureOutput, "labels" | "k" | "notes">,
  { covariance, means, covariances, weights }: Mixture,
  confidence: Float64Array | null,
  fittedOn: number,
  told: Pick<Grouping, "parameters" | "facts">,
): Grouping {
  return {
    ...nearest("mixture", made, means.slice(0, made.k), fittedOn, told),
    model: { kind: "mixture", mixture: { covariance, means, covariances, weights } },
    confidence,
  };
}

/** Components in the order of the rows that fell to them; those of nobody come last. */
function largestFirst(labels: Int32Array, mixture: Mixture): { labels: Int32Array; mixture: Mixture; k: number } {
  const sizes = mixture.means.map(() => 0);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const order = sizes.map((_, component) => component).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const rank = order.map((_, component) => order.indexOf(component));
  const pick = <T>(list: readonly T[]): T[] => order.map((component) => list[component] as T);
  return {
    labels: labels.map((label) => rank[label] ?? -1),
    mixture: {
      covariance: mixture.covariance,
      means: pick(mixture.means),
      covariances: pick(mixture.covariances),
      weights: pick(mixture.weights),
    },
    k: sizes.filter((size) => size > 0).length,
  };
}
