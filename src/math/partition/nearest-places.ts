import type { Metric } from "../../workers/lab/partition";
import type { Points } from "../points";

/** Where rows belong and how far they are from there. */
export interface Placement {
  readonly labels: Int32Array;
  readonly distances: Float64Array;
}

/** Differences of coordinates between two looks at the clock. */
const WORK_PER_STEP = 1 << 22;

/** Rows of a matrix or points: nothing else is needed of them. */
type Rows = Pick<Points, "values" | "n" | "d">;

/** Every row with the nearest of the `places` (k × d), the first on a tie, and its distance by the metric. */
export function* assignToPlaces(rows: Rows, places: Float64Array, metric: Metric): Generator<number, Placement, void> {
  const into = nowhere(rows.n);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / Math.max(1, places.length)));
  for (let from = 0; from < rows.n; from += step) {
    assignStretch(rows, places, metric, into, from, Math.min(rows.n, from + step));
    yield from / rows.n;
  }
  return into;
}

/** The same for few rows, in one go. */
export function placed(rows: Rows, places: Float64Array, metric: Metric): Placement {
  const into = nowhere(rows.n);
  assignStretch(rows, places, metric, into, 0, rows.n);
  return into;
}

/** Sum of squared distances. */
export function sumOfSquares(distances: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < distances.length; i++) sum += (distances[i] as number) * (distances[i] as number);
  return sum;
}

function nowhere(n: number): Placement {
  return { labels: new Int32Array(n), distances: new Float64Array(n) };
}

/** Rows `from` … `to` - 1 of a chunk, into arrays as long as the chunk. */
function assignStretch(
  { values, d }: Rows,
  places: Float64Array,
  metric: Metric,
  { labels, distances }: Placement,
  from: number,
  to: number,
): void {
  const euclidean = metric === "euclidean";
  for (let i = from; i < to; i++) {
    let least = Infinity;
    let label = 0;
    for (let c = 0, j = 0; c < places.length; j++) {
      let sum = 0;
      for (let f = 0, p = i * d; f < d; f++, p++, c++) {
        const difference = (values[p] as number) - (places[c] as number);
        sum += euclidean ? difference * difference : Math.abs(difference);
      }
      if (sum < least) {
        least = sum;
        label = j;
      }
    }
    labels[i] = label;
    distances[i] = euclidean ? Math.sqrt(least) : least;
  }
}
