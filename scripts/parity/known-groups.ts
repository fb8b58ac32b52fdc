import { dbscan } from "../../src/math/density/dbscan";
import { hdbscan } from "../../src/math/density/hdbscan";
import { meanShift } from "../../src/math/density/mean-shift";
import { agglomerative } from "../../src/math/hierarchy/agglomerative";
import { adjustedRandIndex } from "../../src/math/judging/adjusted-rand-index";
import { gaussianMixture } from "../../src/math/partition/gaussian-mixture";
import { labKmeans } from "../../src/math/partition/lab-kmeans";
import { miniBatchKmeans } from "../../src/math/partition/mini-batch-kmeans";
import { finish } from "../../src/math/progress";
import { spectral } from "../../src/math/spectral/spectral";
import type { ParityLine } from "../../src/components/docs/parity-line";
import type { Matrix } from "../../src/workers/lab/matrix";
import { golden as density } from "../../tests/golden/density";
import { golden as hierarchy, LINKAGES, matrixOf, truthOf } from "../../tests/golden/hierarchy";
import { partitionGolden } from "../../tests/golden/partition";
import { comparedNumber } from "./compared";

/** Mean agreement with known groups may fall short of scikit-learn's by this much. */
const TOLERANCE = 0.01;

/** Of mini-batches, whose answer depends on chance, the mean over these is taken. */
const SEEDS = [1, 2, 3, 4, 5];

const SHAPES = ["full", "tied", "diag", "spherical"] as const;

/** One method on every set that scikit-learn was asked about. */
interface Trial {
  readonly method: string;
  readonly parameters: string;
  /** scikit-learn's agreement with the known groups, by set. */
  readonly theirs: Readonly<Record<string, number>>;
  /** Labels by the lab, one or several runs. */
  readonly ours: (name: string, matrix: Matrix) => readonly Int32Array[];
  /** Rows labelled 0 belong to no known group and are left out. */
  readonly judgesAll: boolean;
}

/** The mean adjusted Rand index with the known groups of the sets in ../shared/data/clustering, method by method. */
export function knownGroupLines(onMethod: (method: string) => void): ParityLine[] {
  return [...partitionTrials(), ...hierarchyTrials(), ...densityTrials()].map((trial) => {
    const { method, parameters, theirs, ours, judgesAll } = trial;
    onMethod(`${method}, ${parameters}`);
    const names = Object.keys(theirs);
    const own = names.map((name) => {
      const known = truthOf(name);
      const runs = ours(name, matrixOf(name));
      return meanOf(runs.map((labels) => agreement(known, labels, judgesAll)));
    });
    const claim = { method, parameters, set: `${names.length} sets`, measure: "mean ARI with the known groups" };
    return comparedNumber(claim, meanOf(Object.values(theirs)), meanOf(own), {
      tolerance: TOLERANCE,
      better: "higher",
    });
  });
}

function agreement(known: Int32Array, labels: Int32Array, judgesAll: boolean): number {
  const judged = [...known.keys()].filter((row) => judgesAll || known[row] !== 0);
  const of = (all: Int32Array): Int32Array => Int32Array.from(judged, (row) => all[row] ?? -1);
  return adjustedRandIndex(of(known), of(labels));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function partitionTrials(): Trial[] {
  const { sets } = partitionGolden;
  const theirs = (read: (set: (typeof sets)[string]) => number): Record<string, number> =>
    Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, read(set)]));
  const kOf = (name: string): number => sets[name]?.k ?? 1;
  return [
    {
      ...{ method: "k-means", parameters: "true k", judgesAll: false },
      theirs: theirs(({ kmeans }) => kmeans.ari),
      ours: (name, matrix) => [finish(labKmeans({ matrix, k: kOf(name), seed: 1, restarts: 10 })).labels],
    },
    {
      ...{ method: "Mini-batch k-means", parameters: "true k, mean over seeds", judgesAll: false },
      theirs: theirs(({ miniBatch }) => miniBatch.ari),
      ours: (name, matrix) =>
        SEEDS.map((seed) => finish(miniBatchKmeans({ matrix, k: kOf(name), seed, restarts: 3 })).labels),
    },
    ...SHAPES.map((covariance) => ({
      ...{ method: "Gaussian mixture", parameters: `true k, ${covariance}`, judgesAll: false },
      theirs: theirs(({ mixture }) => mixture[covariance].ari),
      ours: (name: string, matrix: Matrix) => [
        finish(gaussianMixture({ matrix, k: kOf(name), seed: 1, restarts: 5, covariance })).labels,
      ],
    })),
  ];
}

function hierarchyTrials(): Trial[] {
  const theirs = (method: keyof (typeof hierarchy)[string]["ari"]): Record<string, number> =>
    Object.fromEntries(Object.entries(hierarchy).map(([name, { ari }]) => [name, ari[method]]));
  const kOf = (name: string): number => hierarchy[name]?.k ?? 1;
  return [
    ...LINKAGES.map((linkage) => ({
      ...{ method: `Hierarchical, ${linkage}`, parameters: "true k", judgesAll: true },
      theirs: theirs(linkage),
      ours: (name: string, matrix: Matrix) => [
        finish(agglomerative({ matrix, linkage, k: kOf(name), seed: 1 })).labels,
      ],
    })),
    ...(["rbf", "nearest-neighbours"] as const).map((affinity) => ({
      ...{ method: "Spectral", parameters: `true k, ${AFFINITIES[affinity]}`, judgesAll: true },
      theirs: theirs(affinity),
      ours: (name: string, matrix: Matrix) => [
        finish(spectral({ matrix, k: kOf(name), seed: 1, affinity, gamma: 1, neighbours: 10 })).labels,
      ],
    })),
  ];
}

const AFFINITIES = { rbf: "gamma = 1", "nearest-neighbours": "10 neighbours" } as const;

function densityTrials(): Trial[] {
  const theirs = (method: keyof (typeof density)[string]["ari"]): Record<string, number> =>
    Object.fromEntries(Object.entries(density).map(([name, { ari }]) => [name, ari[method]]));
  return [
    {
      ...{ method: "DBSCAN", parameters: "eps as scikit-learn's, neighbours = 5", judgesAll: true },
      theirs: theirs("dbscan"),
      ours: (name, matrix) => [finish(dbscan({ matrix, eps: density[name]?.eps ?? NaN, minSamples: 5 })).labels],
    },
    {
      ...{ method: "HDBSCAN", parameters: "smallest segment = 10", judgesAll: true },
      theirs: theirs("hdbscan"),
      ours: (_, matrix) => [finish(hdbscan({ matrix, minClusterSize: 10, minSamples: 10, method: "eom" })).labels],
    },
    {
      ...{ method: "Mean Shift", parameters: "quantile = 0.3", judgesAll: true },
      theirs: theirs("mean-shift"),
      ours: (_, matrix) => [
        finish(
          meanShift({
            ...{ matrix, bandwidth: null, quantile: 0.3, clusterAll: true, seed: 1 },
            binSeeding: matrix.n > 2000,
          }),
        ).labels,
      ],
    },
  ];
}
