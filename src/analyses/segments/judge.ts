import type { Compute } from "../../workers/contract";
import type {
  GapOutput,
  HowManyOutput,
  IndicesOutput,
  SilhouetteShard,
  StabilityOutput,
} from "../../workers/lab/judging";
import type { Matrix } from "../../workers/lab/matrix";
import type { GroupingPlan } from "./group";
import type { Grouping } from "./grouping";

/** Up to this many rows every silhouette is exact. */
export const EXACT_SILHOUETTE = 20_000;

/** From this many rows the exact silhouette is shared by two threads. */
const SHARED_FROM = 3_000;
const SHARES = 2;

/** Largest k that is tried. */
export const MOST_K = 10;

/** Rows clustered for each k, for the gap statistic, and in each resample, when there are more. */
const [HOW_MANY_SAMPLE, GAP_SAMPLE, STABILITY_SAMPLE] = [50_000, 2_000, 5_000];
const HOW_MANY_SILHOUETTE = 2_000;

/** Fewer restarts than for the segments shown: a curve over k compares many clusterings. */
export const RESTARTS = 5;
const REFERENCES = 10;
const RESAMPLES = 20;

/** What is known of how many segments there are. */
export interface HowMany {
  readonly curve: HowManyOutput;
  readonly gap: GapOutput;
  readonly stability: StabilityOutput;
  readonly resamples: number;
  /** By k, for mixtures only. */
  readonly bics: readonly { readonly k: number; readonly bic: number }[];
  /** Rows the mixtures were fitted on. */
  readonly bicRows: number;
}

/** Silhouette and the other indices of the segments; the silhouette on two threads where that helps. */
export async function judge(
  { labels }: Pick<Grouping, "labels">,
  matrix: Matrix,
  seed: number,
  compute: Compute,
): Promise<IndicesOutput> {
  const input = { matrix, labels, silhouetteRows: EXACT_SILHOUETTE, seed };
  if (matrix.n < SHARED_FROM || matrix.n > EXACT_SILHOUETTE) return compute("indices", input);
  const shards: readonly SilhouetteShard[] = await Promise.all(
    Array.from({ length: SHARES }, (_, part) => compute("silhouetteShard", { matrix, labels, part, parts: SHARES })),
  );
  return compute("indices", { ...input, shards });
}

/** What speaks for each number of segments. `onPart` hears each of the parts that is done. */
export async function howMany(
  grouping: Grouping,
  matrix: Matrix,
  plan: GroupingPlan,
  compute: Compute,
  onPart: () => void,
): Promise<HowMany> {
  const { seed } = plan;
  const most = Math.min(MOST_K, matrix.n);
  const ks = Array.from({ length: most }, (_, i) => i + 1);
  const part = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    onPart();
    return done;
  };
  const k = Math.max(2, Math.min(grouping.k, matrix.n));
  const half = RESAMPLES / 2;
  const resampled = (from: number, to: number): Promise<StabilityOutput> =>
    part(compute("stability", { matrix, k, seed, from, to, sample: STABILITY_SAMPLE, restarts: 1 }));
  const [curve, first, second, gap, bics] = await Promise.all([
    part(
      compute("howMany", {
        matrix,
        ks,
        seed,
        restarts: RESTARTS,
        sample: HOW_MANY_SAMPLE,
        silhouetteRows: HOW_MANY_SILHOUETTE,
      }),
    ),
    resampled(0, half),
    resampled(half, RESAMPLES),
    part(compute("gapStatistic", { matrix, ks, references: REFERENCES, shape: "box", seed, sample: GAP_SAMPLE })),
    grouping.algorithm === "mixture" ? mixtures(matrix, ks, plan, compute) : null,
  ]);
  const stability = await compute("combinedStability", { parts: [first, second] });
  return { curve, gap, stability, resamples: RESAMPLES, bics: bics?.bics ?? [], bicRows: bics?.rows ?? 0 };
}

async function mixtures(
  matrix: Matrix,
  ks: readonly number[],
  { seed, covariance }: GroupingPlan,
  compute: Compute,
): Promise<{ bics: HowMany["bics"]; rows: number }> {
  const sample = await compute("sampledMatrix", { matrix, size: GAP_SAMPLE, seed });
  const bics = await Promise.all(
    ks.map(async (k) => {
      const { bic } = await compute("gaussianMixture", { matrix: sample.matrix, k, seed, restarts: 1, covariance });
      return { k, bic };
    }),
  );
  return { bics, rows: sample.matrix.n };
}
