import type { Points } from "../points";
import type { Components } from "./mixture-components";
import { posteriorOf } from "./mixture-density";

/** The likeliest component of every row. */
export interface Posteriors {
  readonly labels: Int32Array;
  /** Its posterior probability. */
  readonly confidence: Float64Array;
  /** Of all rows together. */
  readonly logLikelihood: number;
}

/** Multiplications between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/** Every row of the chunk with its likeliest component, the first on a tie. */
export function* mixturePosteriors(
  { values, n, d }: Pick<Points, "values" | "n" | "d">,
  components: Components,
): Generator<number, Posteriors, void> {
  const labels = new Int32Array(n);
  const confidence = new Float64Array(n);
  const posterior = new Float64Array(components.k);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (components.whitening.length + components.means.length)));
  let logLikelihood = 0;
  for (let i = 0; i < n; i++) {
    logLikelihood += posteriorOf(values, i * d, components, posterior);
    let best = 0;
    for (let j = 1; j < posterior.length; j++) if ((posterior[j] as number) > (posterior[best] as number)) best = j;
    labels[i] = best;
    confidence[i] = posterior[best] as number;
    if (i % step === 0) yield i / n;
  }
  return { labels, confidence, logLikelihood };
}
