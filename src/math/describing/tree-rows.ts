import type { Labelled } from "../../workers/lab/describing";
import { valuesAt } from "../complete-rows";
import { seededRandom } from "../random";
import { orderInSteps } from "./order-in-steps";

/** Rows a tree is grown on at most. */
const MOST_ROWS = 200_000;

/** The rows a tree is grown on, and, for each feature, in which order their values ascend. */
export interface TreeRows {
  /** Places in the whole table. */
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  readonly values: readonly Float64Array[];
  /** Of each feature, places of the rows with a known value, ascending. */
  readonly orders: readonly Int32Array[];
  /** Of each feature, places of the rows without. */
  readonly missing: readonly Int32Array[];
  readonly k: number;
}

/** The labelled rows, or a seeded sample of them where there are more than 200,000, sorted by every feature. */
export function* treeRows({ columns, labels, k }: Labelled, seed: number): Generator<number, TreeRows, void> {
  const labelled = indicesWhere(labels, (label) => label >= 0);
  yield 0;
  const rows = labelled.length > MOST_ROWS ? someOf(labelled, seededRandom(seed)) : labelled;
  yield 0;
  const values: Float64Array[] = [];
  const orders: Int32Array[] = [];
  const missing: Int32Array[] = [];
  for (const [f, column] of columns.entries()) {
    const own = valuesAt(column, rows);
    const known = indicesWhere(own, Number.isFinite);
    const order = yield* orderInSteps(valuesAt(own, known));
    values.push(own);
    orders.push(order.map((place) => known[place] as number));
    missing.push(indicesWhere(own, (value) => !Number.isFinite(value)));
    yield (f + 1) / columns.length;
  }
  return { rows, labels: rows.map((row) => labels[row] as number), values, orders, missing, k };
}

/** Selection sampling (Knuth, vol. 2, algorithm S): one pass, where a fair part of all is drawn. */
function someOf(rows: Int32Array, random: () => number): Int32Array {
  const chosen = new Int32Array(MOST_ROWS);
  for (let i = 0, count = 0; count < MOST_ROWS; i++) {
    if ((rows.length - i) * random() < MOST_ROWS - count) chosen[count++] = rows[i] as number;
  }
  return chosen;
}

function indicesWhere(values: Int32Array | Float64Array, holds: (value: number) => boolean): Int32Array {
  const indices = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (holds(values[i] as number)) indices[count++] = i;
  return indices.slice(0, count);
}
