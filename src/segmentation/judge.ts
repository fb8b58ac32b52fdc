import type { Compute } from "../workers/contract";
import type { IndicesOutput, SilhouetteShard } from "../workers/lab/judging";
import type { Matrix } from "../workers/lab/matrix";

/** Up to this many rows every silhouette is exact. */
export const EXACT_SILHOUETTE = 20_000;

/** From this many rows the exact silhouette is shared by two threads. */
const SHARED_FROM = 3_000;
const SHARES = 2;

/** Silhouette and the other indices of the segments; the silhouette on two threads where that helps. */
export async function judge(
  { labels }: { readonly labels: Int32Array },
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
