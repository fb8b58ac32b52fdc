/** Of a column this little left beside the earlier ones, it says nothing new. */
const DEPENDENT = 1e-13;

/**
 * The weights of `columns` whose sum comes closest to `target`, by modified Gram-Schmidt (Björck 1967). A column that
 * depends on earlier ones gets weight 0.
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const rest = target.slice();
  const directions: Float64Array[] = [];
  const shares = columns.map((column) => {
    const own = column.slice();
    const earlier = directions.map((direction) => takeOut(direction, own));
    const length = Math.sqrt(dot(own, own));
    const direction = own.map((value) => (length > DEPENDENT * Math.sqrt(dot(column, column)) ? value / length : 0));
    directions.push(direction);
    return { earlier, length, along: takeOut(direction, rest) };
  });
  const weights = new Float64Array(columns.length);
  for (let c = columns.length - 1; c >= 0; c--) {
    const { along, length } = shares[c] as (typeof shares)[number];
    const later = shares.slice(c + 1).reduce((sum, { earlier }, i) => {
      return sum + (earlier[c] as number) * (weights[c + 1 + i] as number);
    }, 0);
    weights[c] = dot(directions[c] as Float64Array, directions[c] as Float64Array) > 0 ? (along - later) / length : 0;
  }
  return weights;
}

/** The scalar product of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Takes from `vector` what it has along a unit `direction`; answers how much that was. */
function takeOut(direction: Float64Array, vector: Float64Array): number {
  const along = dot(direction, vector);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) - along * (direction[i] as number);
  return along;
}
