import { softplus } from "./log-odds";
import type { Slopes } from "./histograms";

/** Below this, 1 + exp(-x) is exp(-x) in 64 bits, and its square overflows first. */
const FAR = -37;

/** Writes the derivatives of the log loss by the log-odds of the given rows. */
export function writeSlopes(logOdds: Float64Array, outcome: Uint8Array, rows: Int32Array, into: Slopes): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const x = logOdds[row] as number;
    const y = outcome[row] as number;
    if (x > FAR) {
      const odds = Math.exp(-x);
      into.gradients[row] = (1 - y - y * odds) / (1 + odds);
      into.curvatures[row] = odds / ((1 + odds) * (1 + odds));
    } else {
      const odds = Math.exp(x);
      into.gradients[row] = odds - y;
      into.curvatures[row] = odds;
    }
  }
}

/** Mean log loss of the given rows. */
export function lossOf(logOdds: Float64Array, outcome: Uint8Array, rows: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const x = logOdds[row] as number;
    sum += outcome[row] === 1 ? softplus(-x) : softplus(x);
  }
  return sum / rows.length;
}
