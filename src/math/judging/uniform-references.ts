import type { Matrix } from "../../workers/lab/matrix";
import type { Points } from "../points";
import { symmetricEigen } from "../symmetric-eigen";

/**
 * A maker of reference data for the gap statistic: as many rows as the matrix has, spread evenly over the range of each
 * feature ("box") or of each principal component of the centred features ("rotated"). Rotated references stay in the
 * components' axes, in which distances are the same.
 */
export function uniformReferences(matrix: Matrix, shape: "box" | "rotated", random: () => number): () => Points {
  const { n, d, values } = shape === "box" ? matrix : onComponents(matrix);
  const low = new Float64Array(d).fill(Infinity);
  const high = new Float64Array(d).fill(-Infinity);
  for (let at = 0; at < values.length; at++) {
    const f = at % d;
    low[f] = Math.min(low[f] as number, values[at] as number);
    high[f] = Math.max(high[f] as number, values[at] as number);
  }
  return () => {
    const drawn = new Float64Array(n * d);
    for (let at = 0; at < drawn.length; at++) {
      const from = low[at % d] as number;
      drawn[at] = from + random() * ((high[at % d] as number) - from);
    }
    return { values: drawn, n, d, weights: null };
  };
}

function onComponents(matrix: Matrix): Matrix {
  const { values, n, d } = matrix;
  const { vectors } = symmetricEigen(scatter(matrix));
  const turned = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (const [c, vector] of vectors.entries()) {
      let score = 0;
      for (let f = 0; f < d; f++) score += (vector[f] as number) * (values[i * d + f] as number);
      turned[i * d + c] = score;
    }
  }
  return { values: turned, n, d };
}

/** Sums of products of the centred features. */
function scatter({ values, n, d }: Matrix): number[][] {
  const means = new Float64Array(d);
  for (let at = 0; at < values.length; at++) means[at % d] = (means[at % d] as number) + (values[at] as number) / n;
  const sums = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  for (let i = 0; i < n; i++) {
    for (const [a, row] of sums.entries()) {
      const away = (values[i * d + a] as number) - (means[a] as number);
      for (let b = 0; b < d; b++)
        row[b] = (row[b] as number) + away * ((values[i * d + b] as number) - (means[b] as number));
    }
  }
  return sums;
}
