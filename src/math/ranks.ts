/** Ranks from 1, equal values sharing the mean of theirs (midranks). Values must be finite. */
export function ranksOf(values: Float64Array): Float64Array {
  // Sorting plain numbers and looking each up is several times faster than sorting indices by a comparison.
  const sorted = values.slice().sort();
  const midranks = new Float64Array(sorted.length);
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    midranks[from] = (from + 1 + to) / 2;
    from = to;
  }
  return values.map((value) => midranks[firstAt(sorted, value)] as number);
}

/** The first position whose value is not below `wanted`. */
function firstAt(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pearson's correlation; NaN when either side does not vary. */
export function pearson(a: Float64Array, b: Float64Array): number {
  let sumA = 0;
  let sumB = 0;
  for (let i = 0; i < a.length; i++) {
    sumA += a[i] as number;
    sumB += b[i] as number;
  }
  const meanA = sumA / a.length;
  const meanB = sumB / b.length;
  let products = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] as number) - meanA;
    const y = (b[i] as number) - meanB;
    products += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return products / Math.sqrt(squaresA * squaresB);
}

/** Spearman's rank correlation: Pearson's of the midranks. */
export function spearman(a: Float64Array, b: Float64Array): number {
  return pearson(ranksOf(a), ranksOf(b));
}
