import type { Coefficient, RegressionInput, RegressionOutput } from "../workers/contract";
import { allRows, completeRows, valuesAt } from "./complete-rows";
import { combined, designOf, momentsOf, squaresOf, type Design, type Moments } from "./design";
import { InputError } from "./input-error";
import { solveNormal, type Solution } from "./normal-equations";
import { seededRandom } from "./random";
import { studentCritical } from "./student-t";

/** Variance inflation from which a feature counts as nearly a combination of the others (R² of 0.9 among features). */
const INFLATED = 10;

/**
 * Ordinary least squares of the target on standardised features, over the rows without a missing value. Standard errors
 * are the classical ones, intervals Student's t at 95 %. `foldR2` is 1 - SSE / SST of each seeded fold under the fit of
 * the others, SST about the fold's own mean; `crossValidatedR2` is their mean. A feature that is constant or exactly a
 * combination of earlier ones gets NaN and a note. InputError when rows are too few for the features.
 */
export function* regression(input: RegressionInput): Generator<number, RegressionOutput, void> {
  const { columns } = input.features;
  const complete = completeRows([input.target, ...columns]);
  const n = complete.length;
  if (n < columns.length + 2)
    throw new InputError("There are too few customers with all values for this many features.");
  yield 0.1;
  const kept = columns.map((column) => valuesAt(column, complete));
  const design = designOf(kept, valuesAt(input.target, complete));
  yield 0.25;
  const folds = foldsOf(n, Math.min(input.folds, Math.floor(n / 2)), input.seed);
  const parts: Moments[] = [];
  for (const fold of folds) {
    parts.push(momentsOf(design, fold));
    yield 0.25 + (0.5 * parts.length) / folds.length;
  }
  const whole = parts.reduce((sum, part) => combined(sum, part, 1));
  const solution = solveNormal(whole.gram, whole.right);
  const everyone = allRows(n);
  const { residual, total } = squaresOf(design, everyone, solution.coefficients);
  yield 0.85;
  const foldR2 = parts.length < 2 ? [] : parts.map((part, f) => heldOut(design, whole, part, folds[f] ?? everyone));
  return {
    intercept: solution.coefficients[0] ?? Number.NaN,
    coefficients: coefficientsOf(design, solution, residual, n),
    r2: 1 - residual / total,
    crossValidatedR2: foldR2.reduce((sum, value) => sum + value, 0) / foldR2.length,
    foldR2,
    rowsUsed: n,
    notes: remarks(design, solution, n),
  };
}

function heldOut(design: Design, whole: Moments, part: Moments, rows: Int32Array): number {
  const others = combined(whole, part, -1);
  const { residual, total } = squaresOf(design, rows, solveNormal(others.gram, others.right).coefficients);
  return 1 - residual / total;
}

/** Fold numbers dealt out in turn, then shuffled; one fold of all rows when fewer than two are wanted. Rows ascend. */
function foldsOf(n: number, wanted: number, seed: number): Int32Array[] {
  const random = seededRandom(seed);
  const count = Math.max(1, Math.floor(wanted));
  const fold = new Int32Array(n);
  for (let i = 0; i < n; i++) fold[i] = i % count;
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = fold[i] as number;
    fold[i] = fold[j] as number;
    fold[j] = held;
  }
  const rows = Array.from({ length: count }, (_, f) => new Int32Array(Math.ceil((n - f) / count)));
  const filled = new Int32Array(count);
  for (let i = 0; i < n; i++) {
    const f = fold[i] as number;
    (rows[f] as Int32Array)[filled[f] as number] = i;
    filled[f] = (filled[f] as number) + 1;
  }
  return rows;
}

function coefficientsOf({ columns, scales }: Design, solution: Solution, residual: number, n: number): Coefficient[] {
  const free = n - 1 - columns.filter((_, f) => !solution.dependent[f + 1]).length;
  const critical = studentCritical(0.95, free);
  return columns.map((_, f) => {
    const value = solution.dependent[f + 1] ? Number.NaN : (solution.coefficients[f + 1] ?? Number.NaN);
    const standardError = Math.sqrt((residual / free) * (solution.inverseDiagonal[f + 1] ?? Number.NaN));
    const reach = critical * standardError;
    const perUnit = value / (scales[f]?.scale ?? 1);
    return { value, standardError, low95: value - reach, high95: value + reach, perUnit };
  });
}

function remarks({ columns, scales }: Design, { dependent, inverseDiagonal }: Solution, n: number): string[] {
  return columns.flatMap((_, f) => {
    const feature = `Feature ${f + 1}`;
    if (scales[f]?.constant)
      return [`${feature} is the same for every customer, so it explains nothing and is left out.`];
    if (dependent[f + 1]) return [`${feature} is a combination of the features before it and is left out.`];
    const inflation = n * (inverseDiagonal[f + 1] ?? 0);
    if (inflation < INFLATED) return [];
    const factor = inflation < 100 ? inflation.toFixed(0) : "more than 100";
    return [
      `${feature} is nearly a combination of the other features (variance inflation ${factor}), so its coefficient is uncertain.`,
    ];
  });
}
