/** The k nearest rows of every row found so far: those of row i from `i * k` on, nearest first, equal ones by row number. */
export interface NearestLists {
  readonly k: number;
  readonly indices: Int32Array;
  /** Squared while lists are made, Euclidean in the answer. */
  readonly distances: Float64Array;
}

/** Empty lists for `n` rows: every place is taken by a row that all others beat. */
export function emptyLists(n: number, k: number): NearestLists {
  return {
    k,
    indices: new Int32Array(n * k).fill(n),
    distances: new Float64Array(n * k).fill(Infinity),
  };
}

/** Puts `row` at squared distance `square` into the list of row `i`, unless the list is full of nearer ones. */
export function offer({ k, indices, distances }: NearestLists, i: number, row: number, square: number): void {
  const start = i * k;
  let at = start + k - 1;
  const worst = distances[at] as number;
  if (square > worst || (square === worst && row > (indices[at] as number))) return;
  while (at > start) {
    const before = distances[at - 1] as number;
    if (before < square || (before === square && (indices[at - 1] as number) < row)) break;
    distances[at] = before;
    indices[at] = indices[at - 1] as number;
    at--;
  }
  distances[at] = square;
  indices[at] = row;
}

/** The lists with Euclidean distances, made in place. */
export function measured(lists: NearestLists): NearestLists {
  const { distances } = lists;
  for (let at = 0; at < distances.length; at++) distances[at] = Math.sqrt(distances[at] as number);
  return lists;
}
