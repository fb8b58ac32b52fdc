import type { ElbowInput, ElbowOutput } from "../workers/contract";
import { kmeans, searchable, type KMeans } from "./kmeans";
import { kneeOf } from "./knee";
import { prepare } from "./prepare";
import { within } from "./progress";
import { sampledPoints } from "./points";
import { sampleIndices, seededRandom } from "./random";
import { silhouettes } from "./silhouette";

/** A step that lowers the inertia by less than this share does not show in a picture. */
const TOLERANCE = 1e-6;

/**
 * k-means for k = 1 … maxK (fewer where fewer different rows exist) with its inertia, silhouette and knee. Of more
 * rows than a summary holds, the last passes, which change inertia by less than a picture shows, are spared. Of more than
 * `sample` rows, treated and scaled like all others, that many seeded ones are clustered. The silhouette is exact up to
 * `silhouetteSample` rows, beyond that measured on that many seeded rows, the same for every k.
 */
export function* elbow(input: ElbowInput): Generator<number, ElbowOutput, void> {
  const { points: all } = yield* within(prepare(input.features, input.treatment), 0, 0.05);
  const points = sampledPoints(all, input.sample, seededRandom(input.seed));
  const data = yield* within(searchable(points), 0.05, 0.1);
  const fits: KMeans[] = [];
  for (let k = 1; k <= input.maxK; k++) {
    const fewer = fits.at(-1)?.outline;
    const search = { k, seed: input.seed, restarts: input.restarts, tolerance: TOLERANCE, ...(fewer && { fewer }) };
    const fit = yield* within(kmeans(data, search), 0.1 + (0.6 * (k - 1)) / input.maxK, 0.1 + (0.6 * k) / input.maxK);
    if (fit.k < k) break;
    fits.push(fit);
  }
  const rows = sampleIndices(points.n, input.silhouetteSample, seededRandom(input.seed));
  const several = fits.slice(1);
  const measured = yield* within(
    silhouettes(
      points,
      several.map(({ labels }) => labels),
      rows,
    ),
    0.7,
    1,
  );
  const k = fits.map((fit) => fit.k);
  const inertia = fits.map((fit) => fit.inertia * (all.n / points.n));
  const silhouette = [Number.NaN, ...measured.map(({ mean }) => mean)];
  return {
    k,
    inertia,
    silhouette,
    silhouetteMargin: [Number.NaN, ...measured.map(({ margin }) => margin)],
    silhouetteRows: rows.length,
    knee: kneeOf(k, inertia),
    bestSilhouette: bestOf(k, silhouette),
    rowsUsed: points.n,
    rows: all.n,
  };
}

function bestOf(k: readonly number[], silhouette: readonly number[]): number | null {
  let best: number | null = null;
  let most = -Infinity;
  for (const [i, value] of silhouette.entries()) {
    if (value > most) {
      most = value;
      best = k[i] ?? null;
    }
  }
  return best;
}
