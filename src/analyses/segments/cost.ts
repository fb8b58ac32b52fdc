import { format } from "../../charts/format";
import type { Algorithm } from "./algorithms";

/** What a run would take on a usual laptop: an order of magnitude, measured on two cores of a shared machine. */
export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
  /** Rows the algorithm itself would see; the others would be put into its groups. */
  readonly rows: number;
}

/** What costs are reckoned from. */
export interface Size {
  readonly n: number;
  readonly d: number;
  readonly k: number;
  readonly restarts: number;
  readonly linkage: string;
  readonly affinity: string;
}

/** Rows above which each algorithm works on a sample, as the jobs do. */
const MOST: Readonly<Partial<Record<Algorithm, number>>> = {
  "k-medoids": 5_000,
  mixture: 20_000,
  "mean-shift": 10_000,
};

/** Time and memory of one algorithm. Placing the rest of the rows is counted; reading them is not. */
export function costOf(algorithm: Algorithm, size: Size): Cost {
  const { n, d, k, restarts } = size;
  const rows = Math.min(n, mostRows(algorithm, size));
  const matrix = 8 * n * d;
  const placing = rows < n ? 3e-9 * n * d * k : 0;
  const cost = (seconds: number, bytes: number): Cost => ({ seconds: seconds + placing, bytes: matrix + bytes, rows });
  switch (algorithm) {
    case "kmeans":
      return cost(4e-9 * n * d * k * Math.max(1, restarts), matrix);
    case "mini-batch":
      return cost(3e-9 * n * d * k + 0.02 * restarts, 0);
    case "k-medoids":
      return cost(1.1e-8 * rows * rows * d, 4 * rows * rows);
    case "mixture":
      return cost(2.7e-8 * rows * d * d * k * Math.max(1, restarts), 8 * rows * k);
    case "agglomerative":
      return treeCost(size.linkage, rows, d, cost);
    case "spectral":
      return size.affinity === "rbf" ? cost(2.8e-7 * rows * rows, 8 * rows * rows) : cost(1.6e-4 * rows, 300 * rows);
    case "dbscan":
      return cost(8e-7 * n * d * Math.log2(n + 2) * 0.1, 100 * n);
    case "hdbscan":
      return cost(1.6e-6 * n * d * Math.log2(n + 2) * 0.1, 200 * n);
    case "mean-shift":
      return cost(n > rows ? 0.3 + 2e-6 * n : 2.8e-8 * n * n, 0);
    case "rfm":
    case "model":
      return cost(1e-7 * n, 0);
  }
}

function mostRows(algorithm: Algorithm, { linkage, affinity }: Size): number {
  if (algorithm === "agglomerative") return linkage === "complete" || linkage === "average" ? 10_000 : 20_000;
  if (algorithm === "spectral") return affinity === "rbf" ? 3_000 : 50_000;
  return MOST[algorithm] ?? Infinity;
}

function treeCost(linkage: string, rows: number, d: number, cost: (seconds: number, bytes: number) => Cost): Cost {
  if (linkage === "complete" || linkage === "average") return cost(4.4e-8 * rows * rows, 4 * rows * rows);
  return cost((linkage === "ward" ? 2.2e-9 : 8e-10) * rows * rows * d, rows <= 5_000 ? 4 * rows * rows : 100 * rows);
}

/** “about 3 s, 120 MB”, with the sample where there is one. */
export function costWords({ seconds, bytes, rows }: Cost, n: number): string {
  const time =
    seconds < 1
      ? "under 1 s"
      : `about ${format(seconds < 10 ? Math.round(seconds) : Math.round(seconds / 5) * 5, "seconds")}`;
  const memory = bytes < 1e7 ? "" : `, ${format(bytes, "bytes")}`;
  return `${time}${memory}${rows < n ? `, on ${format(rows, "count")} of ${format(n, "count")}` : ""}`;
}
