import type { Compute, Features, Treatment } from "../workers/contract";
import type { ReaderClient } from "../workers/reader-client";

const ROWS = 4000;
const TREATMENT: Treatment = {
  missing: "mean",
  outliers: { method: "winsorise", low: 1, high: 99 },
  scaling: "zscore",
};

/**
 * Starts every thread and lets it run its hot paths once on made-up numbers, while the person still looks for a file: a
 * browser's first run of a kernel is several times slower than its second. Failing is harmless, so it is not told.
 */
export async function warmUp(compute: Compute, threads: number, reader: Pick<ReaderClient, "sample">): Promise<void> {
  const forever = new AbortController().signal;
  const starts = [
    reader.sample(2, 1, () => undefined, forever),
    ...Array.from({ length: threads }, () => runOnce(compute)),
  ];
  await Promise.allSettled(starts);
}

async function runOnce(compute: Compute): Promise<void> {
  const job = { features: madeUp(), treatment: TREATMENT, seed: 1, restarts: 2 };
  await compute("segment", { ...job, polarity: [1, 1, 1], k: 3 });
  await compute("elbow", { ...job, maxK: 4, silhouetteSample: 500 });
}

/** Three smooth columns of no meaning. */
function madeUp(): Features {
  const column = (step: number): Float64Array =>
    Float64Array.from({ length: ROWS }, (_, row) => 1 + ((row * step) % 97));
  return { columns: [column(7), column(13), column(31)] };
}
