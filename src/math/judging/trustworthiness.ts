import type { TrustworthinessInput, TrustworthinessOutput } from "../../workers/lab/judging";
import type { Matrix } from "../../workers/lab/matrix";
import { distancesFrom, featureColumns } from "../distances-from";
import { InputError } from "../input-error";
import { meanOf } from "../mean";
import { sampleIndices, seededRandom } from "../random";
import { rowsToAsk } from "./rows-to-ask";

/** Rows asked at least, however many there are. */
const LEAST = 500;

/** Distances measured between two looks at the clock. */
const WORK_PER_STEP = 1 << 18;

/**
 * Trustworthiness (Venna & Kaski 2001) of a drawing, as scikit-learn: rows that are near in the drawing and far in truth cost
 * their rank in truth beyond `neighbours`. Exact up to `sample` rows; beyond, as many distances are measured as among `sample`
 * rows (for 500 rows at least): seeded rows are asked, and their neighbours and ranks are those among all rows, so
 * the estimate has no bias. InputError unless there are more than twice as many rows as neighbours, drawn row by row.
 */
export function* trustworthiness(input: TrustworthinessInput): Generator<number, TrustworthinessOutput, void> {
  const { high, low, neighbours } = input;
  const { n } = high;
  if (low.n !== n) throw new InputError("The drawing is of other rows than the table has: draw it again.");
  if (!(Number.isInteger(neighbours) && neighbours >= 1 && neighbours < n / 2))
    throw new InputError("Trustworthiness needs more than twice as many rows as neighbours.");
  const asked = sampleIndices(n, rowsToAsk(n, input.sample, LEAST), seededRandom(input.seed));
  const spaces = [columnsOf(high), columnsOf(low)] as const;
  const far = new Float64Array(n);
  const near = new Float64Array(n);
  const worst = (neighbours * (2 * n - 3 * neighbours - 1)) / 2;
  const step = Math.max(1, Math.floor(WORK_PER_STEP / n));
  const scores = new Float64Array(asked.length);
  for (const [at, i] of asked.entries()) {
    distancesFrom(spaces[0], i, 0, n, far);
    distancesFrom(spaces[1], i, 0, n, near);
    scores[at] = 1 - penalty(far, nearest(near, i, neighbours), i) / worst;
    if (at % step === 0) yield at / asked.length;
  }
  return { value: meanOf(scores), margin: marginOf(scores, n), rowsAsked: asked.length, rows: n };
}

function columnsOf({ values, n, d }: Matrix): Float64Array[] {
  return featureColumns(
    values,
    d,
    Int32Array.from({ length: n }, (_, i) => i),
  );
}

/** The `wanted` rows of least distance, row `i` left out; of equals the first. */
function nearest(distances: Float64Array, i: number, wanted: number): Int32Array {
  const rows = new Int32Array(wanted);
  const ways = new Float64Array(wanted).fill(Infinity);
  let limit = Infinity;
  for (let j = 0; j < distances.length; j++) {
    const way = distances[j] as number;
    if (way >= limit || j === i) continue;
    let at = wanted - 1;
    for (; at > 0 && (ways[at - 1] as number) > way; at--) {
      ways[at] = ways[at - 1] as number;
      rows[at] = rows[at - 1] as number;
    }
    ways[at] = way;
    rows[at] = j;
    limit = ways[wanted - 1] as number;
  }
  return rows;
}

/**
 * How far the ranks of `rows` by distance from row `i` exceed the number of them; of equals the first comes first. Most
 * rows are farther than all of these, and one comparison, with the farthest, tells.
 */
function penalty(distances: Float64Array, rows: Int32Array, i: number): number {
  const way = (row: number): number => distances[row] as number;
  const targets = rows.toSorted((a, b) => way(b) - way(a) || b - a);
  const ways = Float64Array.from(targets, way);
  const ranks = new Float64Array(targets.length).fill(1);
  for (let j = 0; j < distances.length; j++) {
    if (j === i) continue;
    const other = distances[j] as number;
    for (let t = 0; t < targets.length; t++) {
      const limit = ways[t] as number;
      if (other > limit || (other === limit && j >= (targets[t] as number))) break;
      ranks[t] = (ranks[t] as number) + 1;
    }
  }
  return ranks.reduce((sum, rank) => sum + Math.max(0, rank - targets.length), 0);
}

function marginOf(scores: Float64Array, n: number): number {
  const asked = scores.length;
  if (asked === n) return 0;
  const mean = meanOf(scores);
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (asked - 1);
  return 1.96 * Math.sqrt((variance / asked) * (1 - asked / n));
}
