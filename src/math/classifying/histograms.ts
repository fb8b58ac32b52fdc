/** What is counted in each bin: the sums of gradients and of curvatures, and rows. */
export const CELL = 3;

/** Cells of one feature: 255 bins and the one of missing values. */
export const STRIDE = 256 * CELL;

/** Rows counted between two looks at the clock. */
const STEP = 1 << 18;

/** First and second derivatives of the loss at each row. In 32 bits, as scikit-learn keeps them. */
export interface Slopes {
  readonly gradients: Float32Array;
  readonly curvatures: Float32Array;
}

/** Fills `into` with the histograms of all features over `rows[from … to - 1]`. */
export function* countInto(
  into: Float64Array,
  columns: readonly Uint8Array[],
  rows: Int32Array,
  from: number,
  to: number,
  { gradients, curvatures }: Slopes,
): Generator<number, void, void> {
  into.fill(0);
  const gradient = new Float32Array(to - from);
  const curvature = new Float32Array(to - from);
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    gradient[at - from] = gradients[row] as number;
    curvature[at - from] = curvatures[row] as number;
  }
  let counted = 0;
  for (let f = 0; f < columns.length; f++) {
    const column = columns[f] as Uint8Array;
    const base = f * STRIDE;
    for (let at = from; at < to; at++) {
      const cell = base + CELL * (column[rows[at] as number] as number);
      into[cell] = (into[cell] as number) + (gradient[at - from] as number);
      into[cell + 1] = (into[cell + 1] as number) + (curvature[at - from] as number);
      into[cell + 2] = (into[cell + 2] as number) + 1;
    }
    counted += to - from;
    if (counted > STEP) {
      counted = 0;
      yield (f + 1) / columns.length;
    }
  }
}

/** Takes a child's histograms from its parent's: what is left is the other child's. */
export function subtract(from: Float64Array, child: Float64Array): void {
  for (let cell = 0; cell < from.length; cell++) from[cell] = (from[cell] as number) - (child[cell] as number);
}
