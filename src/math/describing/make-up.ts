import type { MakeUpInput, MakeUpOutput } from "../../workers/lab/describing";
import { InputError } from "../input-error";
import { checkLabels } from "./checked-labels";
import { cellMeasures, dependence, type Table } from "./contingency";

/** Rows counted between two looks at the clock. */
const STEP = 1 << 20;

/**
 * How the categories of one column are made up within each segment, and whether that depends on the segment: Pearson's
 * chi-squared test, Cramér's V, and what is typical of each. Rows without a segment or a category are left out.
 * InputError for labels or categories that do not fit.
 */
export function* makeUp({ codes, categories, labels, k }: MakeUpInput): Generator<number, MakeUpOutput, void> {
  checkLabels(labels, k, codes.length);
  const counts = new Int32Array(k * categories);
  const missing = new Int32Array(k);
  for (let from = 0; from < codes.length; from += STEP) {
    count(codes, labels, categories, counts, missing, from, Math.min(codes.length, from + STEP));
    yield (0.9 * from) / codes.length;
  }
  const table = withMargins(counts, k, categories);
  const cells = cellMeasures(table);
  yield 0.95;
  const positive = cells.residuals.map((residual) => (residual > 0 ? residual : 0));
  return {
    ...table,
    missing,
    ...cells,
    ...dependence(table),
    dominant: largest(counts, k, categories),
    typical: largest(positive, k, categories),
  };
}

function count(
  codes: Int32Array,
  labels: Int32Array,
  categories: number,
  counts: Int32Array,
  missing: Int32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const label = labels[i] as number;
    const code = codes[i] as number;
    if (code < -1 || code >= categories) throw new InputError(`There is no category ${code}. Choose the column again.`);
    if (label < 0) continue;
    if (code < 0) missing[label] = (missing[label] as number) + 1;
    else counts[label * categories + code] = (counts[label * categories + code] as number) + 1;
  }
}

function withMargins(counts: Int32Array, k: number, categories: number): Table {
  const segmentTotals = new Int32Array(k);
  const categoryTotals = new Int32Array(categories);
  let n = 0;
  for (let s = 0, at = 0; s < k; s++) {
    for (let c = 0; c < categories; c++, at++) {
      const own = counts[at] as number;
      segmentTotals[s] = (segmentTotals[s] as number) + own;
      categoryTotals[c] = (categoryTotals[c] as number) + own;
      n += own;
    }
  }
  return { counts, k, categories, segmentTotals, categoryTotals, n };
}

/** The place of the largest cell of each segment's row, the first of ties; -1 where all are 0. */
function largest(cells: Int32Array | Float64Array, k: number, categories: number): Int32Array {
  return Int32Array.from({ length: k }, (_, s) => {
    let most = 0;
    let place = -1;
    for (let c = 0; c < categories; c++) {
      const cell = cells[s * categories + c] as number;
      if (cell <= most) continue;
      most = cell;
      place = c;
    }
    return place;
  });
}
