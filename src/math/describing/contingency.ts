import type { MakeUpOutput } from "../../workers/lab/describing";
import { chiSquaredSurvival } from "./survival";

/** A segment × category table and its margins. */
export type Table = Pick<MakeUpOutput, "counts" | "k" | "categories" | "segmentTotals" | "categoryTotals" | "n">;

type Cells = Pick<MakeUpOutput, "share" | "lift" | "residuals">;

type Dependence = Pick<
  MakeUpOutput,
  "chiSquared" | "degrees" | "p" | "sparse" | "caution" | "cramersV" | "cramersVCorrected"
>;

/** An expected count below this is too few for the chi-squared distribution to fit. */
const FEW = 5;

/** With more sparse cells than this, p is not to be relied on. */
const SPARSE = 0.2;

/** Share, lift and adjusted standardised residual of each cell (Haberman 1973). */
export function cellMeasures({ counts, k, categories, segmentTotals, categoryTotals, n }: Table): Cells {
  const cells = {
    share: new Float64Array(counts.length),
    lift: new Float64Array(counts.length),
    residuals: new Float64Array(counts.length),
  };
  for (let s = 0, at = 0; s < k; s++) {
    const own = segmentTotals[s] as number;
    for (let c = 0; c < categories; c++, at++) {
      const total = categoryTotals[c] as number;
      const expected = (own * total) / n;
      const count = counts[at] as number;
      cells.share[at] = count / own;
      cells.lift[at] = count / expected;
      cells.residuals[at] = (count - expected) / Math.sqrt(expected * (1 - own / n) * (1 - total / n));
    }
  }
  return cells;
}

/**
 * Pearson's chi-squared test of independence without continuity correction, over segments and categories that have rows,
 * and Cramér's V, plain and corrected for bias (Bergsma 2013). p and V are NaN unless two of each have rows.
 */
export function dependence({ counts, k, categories, segmentTotals, categoryTotals, n }: Table): Dependence {
  let chiSquared = 0;
  let few = 0;
  for (let s = 0, at = 0; s < k; s++) {
    for (let c = 0; c < categories; c++, at++) {
      const expected = ((segmentTotals[s] as number) * (categoryTotals[c] as number)) / n;
      if (!(expected > 0)) continue;
      chiSquared += ((counts[at] as number) - expected) ** 2 / expected;
      if (expected < FEW) few++;
    }
  }
  const rows = segmentTotals.filter((total) => total > 0).length;
  const columns = categoryTotals.filter((total) => total > 0).length;
  const degrees = Math.max(0, rows - 1) * Math.max(0, columns - 1);
  const sparse = n === 0 ? Number.NaN : few / (rows * columns);
  const test = { chiSquared, degrees, p: degrees > 0 ? chiSquaredSurvival(chiSquared, degrees) : Number.NaN };
  return { ...test, sparse, caution: sparse > SPARSE, ...cramersV(chiSquared / n, rows, columns, n) };
}

function cramersV(
  phiSquared: number,
  rows: number,
  columns: number,
  n: number,
): Pick<MakeUpOutput, "cramersV" | "cramersVCorrected"> {
  if (rows < 2 || columns < 2) return { cramersV: Number.NaN, cramersVCorrected: Number.NaN };
  const unbiased = Math.max(0, phiSquared - ((rows - 1) * (columns - 1)) / (n - 1));
  const smaller = (size: number): number => size - 1 - (size - 1) ** 2 / (n - 1);
  const least = Math.min(smaller(rows), smaller(columns));
  return {
    cramersV: Math.sqrt(phiSquared / Math.min(rows - 1, columns - 1)),
    // Where every row is a category or segment of its own, nothing is left to measure by.
    cramersVCorrected: least > 0 ? Math.sqrt(unbiased / least) : Number.NaN,
  };
}
