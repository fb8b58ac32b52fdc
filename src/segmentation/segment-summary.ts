import type { SegmentOutput } from "../workers/contract";

/** A clustering without its per-customer arrays, which live in the derived table. */
export type SegmentSummary = Omit<SegmentOutput, "labels" | "score" | "signed" | "goodness">;

/** What stays in a result: small, cloneable, fit for a record. */
export function segmentSummary(output: SegmentOutput): SegmentSummary {
  return {
    centroids: output.centroids,
    sizes: output.sizes,
    inertia: output.inertia,
    iterations: output.iterations,
    converged: output.converged,
    restarts: output.restarts,
    seed: output.seed,
    k: output.k,
    rowsUsed: output.rowsUsed,
    rowsDropped: output.rowsDropped,
    features: output.features,
    treated: output.treated,
    notes: output.notes,
  };
}
