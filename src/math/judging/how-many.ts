import type { Candidate, HowManyInput, HowManyOutput } from "../../workers/lab/judging";
import type { Matrix } from "../../workers/lab/matrix";
import { kmeans, searchable, type KMeans } from "../kmeans";
import { sampledPoints, type Points } from "../points";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { silhouettes, type Silhouette } from "../silhouette";
import { ascendingKs } from "./ascending-ks";
import { partitionIndices } from "./partition-indices";
import { preferences } from "./preferences";

/** Of more rows, passes that lower the inertia by less than this share, which no index shows, are spared. */
const EXACT_ROWS = 20_000;
const TOLERANCE = 1e-6;

/**
 * The best k-means for every k of `ks`, judged by inertia, silhouette, Calinski-Harabasz and Davies-Bouldin, and the k that
 * each of them prefers. Of more than `sample` rows that many seeded ones are clustered; inertia and Calinski-Harabasz,
 * which grow with the rows, are those of all. Of more than `silhouetteRows` clustered rows that many are measured among
 * themselves, the same for every k, with a margin (see `silhouettes`). InputError without rows or for a k below 1.
 */
export function* howMany(input: HowManyInput): Generator<number, HowManyOutput, void> {
  const { matrix, seed } = input;
  const wanted = ascendingKs(input.ks);
  const points = sampledPoints({ ...matrix, weights: null }, input.sample, seededRandom(seed));
  const fits = yield* within(fitsOf(points, wanted, input), 0, 0.6);
  const rows = sampleIndices(points.n, input.silhouetteRows, seededRandom(seed));
  const labellings = fits.map(({ labels }) => labels);
  const measured = yield* within(silhouettes(points, labellings, rows), 0.6, 0.9);
  const candidates: Candidate[] = [];
  for (const [at, fit] of fits.entries()) {
    const share = { from: 0.9 + (0.1 * at) / fits.length, to: 0.9 + (0.1 * (at + 1)) / fits.length };
    candidates.push(yield* within(judged(points, fit, measured[at] as Silhouette, matrix.n), share.from, share.to));
  }
  return {
    candidates,
    preferred: preferences(candidates),
    rows: matrix.n,
    rowsUsed: points.n,
    silhouetteRows: rows.length,
    notes: fits.length < wanted.length ? [tooFew(fits.at(-1)?.k ?? 0)] : [],
  };
}

/** One fit for every k there are enough different rows for; each is offered the one before, grown by a cluster. */
function* fitsOf(
  points: Points,
  ks: readonly number[],
  { seed, restarts }: HowManyInput,
): Generator<number, KMeans[], void> {
  const data = yield* within(searchable(points), 0, 0.1);
  const tolerance = points.n > EXACT_ROWS ? TOLERANCE : 0;
  const fits: KMeans[] = [];
  for (const [at, k] of ks.entries()) {
    const last = fits.at(-1);
    const fewer = last && last.k === k - 1 ? { fewer: last.outline } : {};
    const share = { from: 0.1 + (0.9 * at) / ks.length, to: 0.1 + (0.9 * (at + 1)) / ks.length };
    const fit = yield* within(kmeans(data, { k, seed, restarts, tolerance, ...fewer }), share.from, share.to);
    if (fit.k < k) break;
    fits.push(fit);
  }
  return fits;
}

function* judged(
  points: Matrix,
  { k, labels, inertia }: KMeans,
  { mean, margin }: Silhouette,
  rows: number,
): Generator<number, Candidate, void> {
  const { sizes, calinskiHarabasz, daviesBouldin } = yield* partitionIndices(points, labels);
  return {
    k,
    inertia: inertia * (rows / points.n),
    silhouette: k < points.n ? mean : Number.NaN,
    silhouetteMargin: margin,
    calinskiHarabasz: calinskiHarabasz * ((rows - k) / Math.max(1, points.n - k)),
    daviesBouldin,
    sizes: Array.from(sizes).sort((a, b) => b - a),
  };
}

function tooFew(k: number): string {
  return `There are too few different rows for more than ${k} ${k === 1 ? "cluster" : "clusters"}, so more were not tried.`;
}
