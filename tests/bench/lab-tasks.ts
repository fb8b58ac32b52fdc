import { judge } from "../../src/segmentation/judge";
import type { Compute } from "../../src/workers/contract";
import { heaps, type Heaps } from "./lab-data";
import type { Target } from "./lab-table";

/** One job of the lab with its peer. */
export interface LabTask {
  readonly what: string;
  readonly data: Heaps;
  readonly target: Target;
  /** Runs of which the fastest counts, at most. */
  readonly runs: number;
  /** Does it and says what was found, in the words of `peer_lab.py`. */
  readonly ours: (compute: Compute, signal: AbortSignal) => Promise<string>;
  /** What `peer_lab.py` is told. */
  readonly peer: PeerTask;
}

export type PeerTask =
  | { readonly task: "kmeans"; readonly k: number; readonly restarts: number }
  | { readonly task: "dbscan"; readonly eps: number; readonly minSamples: number }
  | { readonly task: "hdbscan"; readonly minClusterSize: number; readonly minSamples: number }
  | { readonly task: "ward"; readonly k: number }
  | { readonly task: "silhouette" }
  | { readonly task: "umap"; readonly neighbours: number; readonly minDist: number };

const SEED = 1;
const [K, RESTARTS] = [8, 10];
const RUNS = 3;
const APART = 1;
const OVERLAPPING = 5;

/** The jobs the lab has numbers to meet for, on `share` (0 … 1) of the rows that these are for. */
export function labTasks(share: number): readonly LabTask[] {
  const rows = (n: number): number => Math.round(n * share);
  const trivariate = heaps(rows(100_000), 3, K, APART);
  return [
    kmeans("heaps apart", heaps(rows(1_000_000), 8, K, APART)),
    kmeans("overlapping", heaps(rows(1_000_000), 8, K, OVERLAPPING)),
    dbscan(trivariate),
    hdbscan(trivariate),
    ward(heaps(rows(10_000), 8, K, OVERLAPPING)),
    silhouette(heaps(rows(20_000), 8, K, OVERLAPPING)),
    umap(heaps(rows(20_000), 8, K, OVERLAPPING)),
  ];
}

function shape({ matrix }: Heaps): string {
  return `${matrix.n.toLocaleString("en-GB")} x ${matrix.d}`;
}

function kmeans(kind: string, data: Heaps): LabTask {
  const input = { matrix: data.matrix, k: K, seed: SEED, restarts: RESTARTS };
  return {
    what: `k-means, ${kind}, ${shape(data)}, k = ${K}`,
    ...{ data, target: { timesPeer: 1 }, runs: RUNS, peer: { task: "kmeans", k: K, restarts: RESTARTS } },
    ours: async (compute, signal) => {
      const { inertia } = await compute("labKmeans", input, { signal });
      return `inertia ${inertia.toFixed(1)}`;
    },
  };
}

function dbscan(data: Heaps): LabTask {
  const chosen = { eps: 0.3, minSamples: 10 };
  return {
    what: `DBSCAN, ${shape(data)}`,
    ...{ data, target: { timesPeer: 2 }, runs: RUNS, peer: { task: "dbscan", ...chosen } },
    ours: async (compute, signal) => {
      const { k, noise } = await compute("dbscan", { matrix: data.matrix, ...chosen }, { signal });
      return clustersWords(k, noise);
    },
  };
}

function hdbscan(data: Heaps): LabTask {
  const chosen = { minClusterSize: Math.max(5, Math.round(data.matrix.n / 100)), minSamples: 5 };
  const input = { matrix: data.matrix, ...chosen, method: "eom" as const };
  return {
    what: `HDBSCAN, ${shape(data)}`,
    ...{ data, target: { timesPeer: 2 }, runs: RUNS, peer: { task: "hdbscan", ...chosen } },
    ours: async (compute, signal) => {
      const { k, noise } = await compute("hdbscan", input, { signal });
      return clustersWords(k, noise);
    },
  };
}

function ward(data: Heaps): LabTask {
  const input = { matrix: data.matrix, linkage: "ward" as const, k: K, seed: SEED };
  return {
    what: `Ward's tree, ${shape(data)}`,
    ...{ data, target: { timesPeer: 2 }, runs: RUNS, peer: { task: "ward", k: K } },
    ours: async (compute, signal) => {
      const { labels, k } = await compute("agglomerative", input, { signal });
      const largest = labels.reduce((count, label) => count + (label === 0 ? 1 : 0), 0);
      return `${k} clusters, largest ${largest}`;
    },
  };
}

function silhouette(data: Heaps): LabTask {
  return {
    what: `silhouette, exact, ${shape(data)}`,
    ...{ data, target: { timesPeer: 2 }, runs: RUNS, peer: { task: "silhouette" } },
    ours: async (compute, signal) => {
      const stopped: Compute = (job, input, options) => compute(job, input, { ...options, signal });
      const { silhouette: mean } = await judge(data, data.matrix, SEED, stopped);
      return `mean ${mean.toFixed(9)}`;
    },
  };
}

/** The peer, umap-learn, takes approximate neighbours and starts from eigenvectors; ours takes exact ones and the axes. */
function umap(data: Heaps): LabTask {
  const chosen = { neighbours: 15, minDist: 0.1 };
  const input = { matrix: data.matrix, components: 2 as const, ...chosen, seed: SEED, sample: 20_000, epochs: null };
  return {
    what: `UMAP, ${shape(data)}`,
    ...{ data, target: { milliseconds: 60_000 }, runs: 1, peer: { task: "umap", ...chosen } },
    ours: async (compute, signal) => {
      const { fittedOn, epochs } = await compute("umap", input, { signal });
      return `fitted on ${fittedOn}, ${epochs} passes`;
    },
  };
}

function clustersWords(clusters: number, noise: number): string {
  return `${clusters} clusters, ${noise} noise`;
}
