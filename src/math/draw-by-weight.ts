/** An index drawn by weight, given running sums of the weights: the first that exceeds a random share of the whole. */
export function drawByWeight(cumulative: Float64Array, random: () => number): number {
  const wanted = random() * (cumulative.at(-1) ?? 0);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
