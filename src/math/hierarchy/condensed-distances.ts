import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";

/** Coordinates compared between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/**
 * Euclidean distances of all pairs i < j, those of row i one behind the other from `rowStart(n, i) + i + 1` on: n (n - 1) / 2
 * numbers of 8 bytes. InputError when there is no memory for them.
 */
export function* condensedDistances({ values, n, d }: Matrix): Generator<number, Float64Array, void> {
  const distances = roomFor((n * (n - 1)) / 2);
  let work = 0;
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, at++) {
      let square = 0;
      for (let f = 0, a = i * d, b = j * d; f < d; f++) {
        const difference = (values[a + f] as number) - (values[b + f] as number);
        square += difference * difference;
      }
      distances[at] = Math.sqrt(square);
    }
    work += (n - i) * d;
    if (work > WORK_PER_STEP) {
      work = 0;
      yield at / distances.length;
    }
  }
  return distances;
}

/** Where a pair (i, j), i < j, of `n` rows stands among condensed distances, less j. */
export function rowStart(n: number, i: number): number {
  return i * n - (i * (i + 1)) / 2 - i - 1;
}

function roomFor(count: number): Float64Array {
  try {
    return new Float64Array(count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(
      `All distances between rows need ${Math.ceil((8 * count) / 1e6)} MB, which this browser does not give. Use Ward or single linkage, which need none, or fewer rows.`,
    );
  }
}
