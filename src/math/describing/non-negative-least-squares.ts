import { dot, leastSquares } from "./least-squares";

/** A column that would lower the residual by less than this is not worth taking in. */
const GAIN = 1e-13;

/**
 * The weights >= 0 of `columns` whose sum comes closest to `target` (Lawson & Hanson 1974, chapter 23: NNLS): columns are
 * taken in one by one, and let go when their weight would fall below 0.
 */
export function nonNegativeLeastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const weights = new Float64Array(columns.length);
  const taken = new Set<number>();
  // Rounding could make a column come and go for ever.
  for (let step = 0; step < 3 * columns.length; step++) {
    const next = mostHelpful(columns, residual(columns, weights, target), taken);
    if (next < 0) break;
    taken.add(next);
    settle(columns, target, weights, taken);
    // Let go at once: what it seemed to gain was rounding.
    if (!taken.has(next)) break;
  }
  return weights;
}

/** Gives the taken columns their best weights, letting those go that stand in the way. */
function settle(
  columns: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
  taken: Set<number>,
): void {
  while (taken.size > 0) {
    const places = [...taken];
    const best = leastSquares(
      places.map((c) => columns[c] as Float64Array),
      target,
    );
    const share = (c: number, i: number): number => {
      const held = weights[c] as number;
      return (best[i] as number) > 0 ? 1 : held / (held - (best[i] as number) || 1);
    };
    const way = Math.min(...places.map(share));
    places.forEach((c, i) => {
      const held = weights[c] as number;
      const kept = share(c, i) > way || way === 1;
      weights[c] = kept ? held + way * ((best[i] as number) - held) : 0;
      if (!kept) taken.delete(c);
    });
    if (way === 1) return;
  }
}

function residual(columns: readonly Float64Array[], weights: Float64Array, target: Float64Array): Float64Array {
  return target.map((value, i) =>
    columns.reduce((left, column, c) => left - (weights[c] as number) * (column[i] as number), value),
  );
}

/** The column not yet taken that lies most along the residual, -1 where none does. */
function mostHelpful(columns: readonly Float64Array[], left: Float64Array, taken: ReadonlySet<number>): number {
  let most = GAIN;
  let place = -1;
  columns.forEach((column, c) => {
    const along = taken.has(c) ? 0 : dot(column, left);
    if (along <= most) return;
    most = along;
    place = c;
  });
  return place;
}
