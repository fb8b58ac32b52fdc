import type { Capacity, Decile } from "../../workers/lab/validating";
import { InputError } from "../input-error";
import type { Ranking } from "./ranking";
import { wilson } from "./wilson";

/** Shares of the rows that can be contacted when no number is given. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1];

/** Lift and gain by tenth of the rows, best first; as many tenths as there are rows where those are fewer. */
export function decilesOf({ found }: Ranking): Decile[] {
  const n = found.length - 1;
  const parts = Math.min(10, n);
  const all = found[n] as number;
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.round((n * part) / parts);
    const to = Math.round((n * (part + 1)) / parts);
    const outcomes = (found[to] as number) - (found[from] as number);
    const rate = outcomes / (to - from);
    return {
      n: to - from,
      outcomes,
      rate,
      lift: (rate * n) / all,
      gain: (found[to] as number) / all,
      cumulativeLift: ((found[to] as number) * n) / (to * all),
    };
  });
}

/** What contacting the best few finds. InputError for a number that is not 1 … rows. */
export function capacitiesOf({ scores, found }: Ranking, contacts: readonly number[] | undefined): Capacity[] {
  const rows = scores.length;
  const asked = contacts ?? SHARES.map((share) => Math.max(1, Math.round(share * rows)));
  const all = found[rows] as number;
  return Array.from(new Set(asked), (n) => {
    if (!Number.isInteger(n) || n < 1 || n > rows)
      throw new InputError(`You can contact from 1 to ${rows} of these rows, not ${n}.`);
    const outcomes = found[n] as number;
    const { low95, high95 } = wilson(outcomes, n);
    return {
      n,
      threshold: scores[n - 1] as number,
      outcomes,
      low95: low95 * n,
      high95: high95 * n,
      byChance: (n * all) / rows,
      precision: outcomes / n,
      recall: outcomes / all,
    };
  });
}
