import type { Compute } from "../workers/contract";
import type { GapOutput, HowManyOutput, StabilityOutput } from "../workers/lab/judging";
import type { Matrix } from "../workers/lab/matrix";
import type { Covariance } from "../workers/lab/partition";

/** What is asked about. */
export interface HowManyPlan {
  /** Segments in use, whose stability is asked. */
  readonly k: number;
  readonly seed: number;
  /** The shape of mixtures to compare by their BIC; null for none. */
  readonly mixtures: Covariance | null;
}

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

/** What speaks for each number of segments. `onPart` hears each of the parts that is done. */
export async function howMany(
  { k: inUse, seed, mixtures }: HowManyPlan,
  matrix: Matrix,
  compute: Compute,
  onPart: () => void,
): Promise<HowMany> {
  const most = Math.min(MOST_K, matrix.n);
  const ks = Array.from({ length: most }, (_, i) => i + 1);
  const part = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    onPart();
    return done;
  };
  const k = Math.max(2, Math.min(inUse, matrix.n));
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
    mixtures === null ? null : fitted(matrix, ks, seed, mixtures, compute),
  ]);
  const stability = await compute("combinedStability", { parts: [first, second] });
  return { curve, gap, stability, resamples: RESAMPLES, bics: bics?.bics ?? [], bicRows: bics?.rows ?? 0 };
}

async function fitted(
  matrix: Matrix,
  ks: readonly number[],
  seed: number,
  covariance: Covariance,
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
