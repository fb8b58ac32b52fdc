import type { Merges } from "../../workers/lab/hierarchy";
import type { Matrix } from "../../workers/lab/matrix";

/** Coordinates compared between two looks at the clock. */
const WORK_PER_STEP = 1 << 20;

/**
 * The cophenetic correlation (Sokal & Rohlf 1962): Pearson's between the Euclidean distances of all pairs of rows and the
 * heights at which they meet in the tree, as `scipy.cluster.hierarchy.cophenet`. NaN where either does not vary.
 */
export function* copheneticCorrelation(matrix: Matrix, merges: Merges): Generator<number, number, void> {
  const { n, d } = matrix;
  const members = Array.from({ length: n }, (_, row) => [row]);
  const sums = { count: (n * (n - 1)) / 2, a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  // Both are measured from the highest merge, so that little is lost when the means are taken off.
  const origin = (merges.heights.at(-1) ?? 0) / 2;
  let work = 0;
  for (let merge = 0; merge < n - 1; merge++) {
    const left = members[merges.pairs[2 * merge] as number] as number[];
    const right = members[merges.pairs[2 * merge + 1] as number] as number[];
    const height = (merges.heights[merge] as number) - origin;
    for (const row of left) {
      addPairs(matrix, row, right, origin, height, sums);
      work += right.length * d;
      if (work > WORK_PER_STEP) {
        work = 0;
        yield merge / n;
      }
    }
    members.push(left.concat(right));
  }
  return correlation(sums);
}

interface Sums {
  readonly count: number;
  a: number;
  b: number;
  aa: number;
  bb: number;
  ab: number;
}

function addPairs(
  { values, d }: Matrix,
  row: number,
  others: readonly number[],
  origin: number,
  height: number,
  sums: Sums,
): void {
  for (const other of others) {
    let square = 0;
    for (let f = 0, p = row * d, q = other * d; f < d; f++) {
      const difference = (values[p + f] as number) - (values[q + f] as number);
      square += difference * difference;
    }
    const distance = Math.sqrt(square) - origin;
    sums.a += distance;
    sums.b += height;
    sums.aa += distance * distance;
    sums.bb += height * height;
    sums.ab += distance * height;
  }
}

function correlation({ count, a, b, aa, bb, ab }: Sums): number {
  return (ab - (a * b) / count) / Math.sqrt((aa - (a * a) / count) * (bb - (b * b) / count));
}
