import { UserError } from "../../data/user-error";
import type { Matrix } from "../../workers/lab/matrix";
import type { GroupingDesk, GroupingPlan } from "./group";
import type { Grouping } from "./grouping";
import { nearest } from "./nearest";

/** Rows from which climbing from every one takes too long: then from the filled cells of a grid. */
const CLIMB_FROM_ALL = 2000;

/** Share of the rows that Mean Shift's kernel holds on average when its width is estimated. */
const QUANTILE = 0.3;

/** Groups where rows are dense. Rejects as the jobs do, and with a UserError where no reach suggests itself. */
export function groupByDensity(
  algorithm: "dbscan" | "hdbscan" | "mean-shift",
  matrix: Matrix,
  plan: GroupingPlan,
  desk: GroupingDesk,
): Promise<Grouping> {
  switch (algorithm) {
    case "dbscan":
      return byReach(matrix, plan, desk);
    case "hdbscan":
      return byLasting(matrix, plan, desk);
    case "mean-shift":
      return byPeaks(matrix, plan, desk);
  }
}

async function byReach(
  matrix: Matrix,
  { eps: asked, minSamples }: GroupingPlan,
  desk: GroupingDesk,
): Promise<Grouping> {
  const curve = await desk.compute("kDistances", { matrix, k: Math.max(1, minSamples - 1) });
  const eps = asked > 0 ? asked : curve.suggestedEps;
  if (eps === null)
    throw new UserError(
      "The distances to the neighbours have no bend, so no reach suggests itself.",
      "Set the reach (eps) in the settings.",
    );
  const made = await desk.compute("dbscan", { matrix, eps, minSamples }, desk);
  const parameters = { eps, "reach set by": asked > 0 ? "you" : "the bend of the neighbour distances", minSamples };
  return withMeans("dbscan", made, matrix, desk, {
    parameters,
    facts: { eps, kDistances: curve.distances, suggestedEps: curve.suggestedEps, core: made.coreCount },
  });
}

async function byLasting(matrix: Matrix, plan: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const minClusterSize = plan.minSize >= 2 ? plan.minSize : Math.max(5, Math.round(matrix.n / 100));
  const { minSamples, selection: method } = plan;
  const made = await desk.compute("hdbscan", { matrix, minClusterSize, minSamples, method }, desk);
  const grouping = await withMeans("hdbscan", made, matrix, desk, {
    parameters: { "smallest segment": minClusterSize, minSamples, selection: method },
    facts: {},
  });
  return { ...grouping, confidence: made.probabilities };
}

async function byPeaks(
  matrix: Matrix,
  { bandwidth: asked, seed }: GroupingPlan,
  desk: GroupingDesk,
): Promise<Grouping> {
  const binSeeding = matrix.n > CLIMB_FROM_ALL;
  const bandwidth = asked > 0 ? asked : null;
  const input = { matrix, bandwidth, quantile: QUANTILE, binSeeding, clusterAll: true, seed };
  const made = await desk.compute("meanShift", input, desk);
  const parameters = {
    bandwidth: made.bandwidth,
    "bandwidth set by": asked > 0 ? "you" : `the distances (quantile ${QUANTILE})`,
    "climbed from": binSeeding ? "the filled cells of a grid" : "every row",
    seed,
  };
  const { d } = matrix;
  const places = Array.from({ length: made.k }, (_, j) => Array.from(made.modes.subarray(j * d, (j + 1) * d)));
  return nearest("mean-shift", made, places, matrix.n, { parameters, facts: { bandwidth: made.bandwidth } });
}

async function withMeans(
  algorithm: "dbscan" | "hdbscan",
  made: { readonly labels: Int32Array; readonly k: number; readonly notes: readonly string[] },
  matrix: Matrix,
  { compute }: GroupingDesk,
  told: Pick<Grouping, "parameters" | "facts">,
): Promise<Grouping> {
  const { means } = await compute("clusterMeans", { matrix, labels: made.labels, k: made.k });
  return { ...nearest(algorithm, made, means, matrix.n, told), modelExact: false };
}
