import { adjustedRandIndex } from "../../src/math/judging/adjusted-rand-index";
import { indices } from "../../src/math/judging/indices";
import { finish } from "../../src/math/progress";
import type { ParityLine } from "../../src/components/docs/parity-line";
import type { Matrix } from "../../src/workers/lab/matrix";
import { comparedNumber, comparedSizes, withOtherGroups, type Claim } from "./compared";
import { byKmeans, byLasting, byMixture, byPeaks, byReach, bySpectrum, byTree, type Grouped } from "./grouped";

/** What scikit-learn says of one clustering in the shared references. */
export interface Reference {
  readonly sizes: readonly number[];
  readonly noise: number;
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
  readonly inertia?: number;
  readonly bic?: number;
  readonly ari?: number;
  readonly bandwidth?: number;
  readonly eps?: number;
  readonly min_samples?: number;
}

/** A set with scikit-learn's answers by the name of what was done. */
export interface ReferenceSet {
  readonly set: string;
  readonly matrix: Matrix;
  /** Known groups of the rows; null where there are none. */
  readonly known: Int32Array | null;
  readonly answers: Readonly<Record<string, Reference>>;
}

/** Numbers that are to be the same but for rounding. */
const TOLERANCE = 1e-6;

/** Every number of every answer beside the lab's. */
export function referenceLines({ set, matrix, known, answers }: ReferenceSet): ParityLine[] {
  return Object.entries(answers).flatMap(([name, answer]) =>
    linesOf({ set, matrix, known, answer, grouped: groupedAs(name, answer, matrix) }),
  );
}

/** What the name of an answer says was done, done by the lab. Throws for a name that says nothing. */
function groupedAs(name: string, { eps, min_samples: minSamples }: Reference, matrix: Matrix): Grouped {
  const k = Number(/_k(\d+)$/u.exec(name)?.[1] ?? 3);
  if (name.startsWith("kmeans")) return byKmeans(matrix, k);
  if (name.startsWith("gmm")) return byMixture(matrix, k);
  if (name.startsWith("spectral")) return bySpectrum(matrix, k);
  if (name.startsWith("hdbscan")) return byLasting(matrix, 5);
  if (name.startsWith("dbscan")) return byReach(matrix, eps ?? Number(/eps([\d.]+)/u.exec(name)?.[1]), minSamples ?? 5);
  if (name.startsWith("mean")) return byPeaks(matrix, Number(/_q([\d.]+)/u.exec(name)?.[1] ?? 0.3));
  const linkage = (["ward", "average", "complete", "single"] as const).find((one) => name.includes(one));
  if (linkage === undefined) throw new Error(`The references hold “${name}”, which nothing here does.`);
  return byTree(matrix, linkage, k);
}

interface Answered extends Pick<ReferenceSet, "set" | "matrix" | "known"> {
  readonly answer: Reference;
  readonly grouped: Grouped;
}

function linesOf({ set, matrix, known, answer, grouped }: Answered): ParityLine[] {
  const { method, parameters, labels } = grouped;
  const claim = (measure: string): Claim => ({ method, set, parameters, measure });
  const lines = [comparedSizes(claim("sizes"), answer.sizes, sizesOf(labels))];
  const add = (measure: string, theirs?: number, ours?: number, better?: "lower" | "higher"): void => {
    if (theirs === undefined || ours === undefined) return;
    lines.push(comparedNumber(claim(measure), theirs, ours, { tolerance: TOLERANCE, ...(better && { better }) }));
  };
  const noise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  if (answer.noise > 0 || noise > 0) add("noise", answer.noise, noise);
  const judged = finish(indices({ matrix, labels, silhouetteRows: matrix.n, seed: 1 }));
  add("inertia", answer.inertia, grouped.inertia, "lower");
  add("BIC", answer.bic, grouped.bic, "lower");
  add("bandwidth", answer.bandwidth, grouped.bandwidth);
  add("silhouette", answer.silhouette, judged.silhouette);
  add("Calinski-Harabasz", answer.calinski_harabasz, judged.calinskiHarabasz);
  add("Davies-Bouldin", answer.davies_bouldin, judged.daviesBouldin);
  if (known !== null) add("ARI with the known groups", answer.ari, adjustedRandIndex(known, labels));
  return withOtherGroups(lines);
}

/** Rows of each group, largest first; noise is none. */
function sizesOf(labels: Int32Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes.sort((a, b) => b - a);
}
