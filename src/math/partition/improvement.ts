/** Steps without a new least inertia after which it is enough; scikit-learn's. */
const PATIENCE = 10;

/**
 * Watches the inertia per row of batch after batch: false once its exponentially weighted mean has not reached a new least
 * value for ten steps (scikit-learn's rule; the weight of a batch is twice its share of the `n` rows, at most 1).
 */
export function improvement(n: number, batch: number): (inertia: number) => boolean {
  const weight = Math.min(1, (2 * batch) / (n + 1));
  let mean: number | null = null;
  let least = Infinity;
  let without = 0;
  return (inertia) => {
    mean = mean === null ? inertia : mean * (1 - weight) + inertia * weight;
    without = mean < least ? 0 : without + 1;
    least = Math.min(least, mean);
    return without < PATIENCE;
  };
}
