import { scaled, scaleOf, type Scale } from "./scaling";

/** Standardised features with a leading column of ones, and sums of products over chosen rows. */
export interface Design {
  /** The intercept's ones are left out: feature j here is column j + 1 of a gram matrix. */
  readonly columns: readonly Float64Array[];
  readonly scales: readonly Scale[];
  readonly target: Float64Array;
}

/** X'X and X'y of some rows, the intercept first. */
export interface Moments {
  readonly gram: readonly Float64Array[];
  readonly right: Float64Array;
}

/** Standardises complete columns by mean and population standard deviation; a constant one becomes zeros. */
export function designOf(columns: readonly Float64Array[], target: Float64Array): Design {
  const scales = columns.map((column) => scaleOf(column, "zscore"));
  const standardised = columns.map((column, f) => scaled(column, scales[f] as Scale));
  return { columns: standardised, scales, target };
}

/** The sums of products over `rows`. */
export function momentsOf({ columns, target }: Design, rows: Int32Array): Moments {
  const size = columns.length + 1;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  const x = new Float64Array(size).fill(1);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as number;
    for (let j = 1; j < size; j++) x[j] = (columns[j - 1] as Float64Array)[row] as number;
    const y = target[row] as number;
    for (let i = 0; i < size; i++) {
      const line = gram[i] as Float64Array;
      for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + (x[i] as number) * (x[j] as number);
      right[i] = (right[i] as number) + (x[i] as number) * y;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) (gram[j] as Float64Array)[i] = (gram[i] as Float64Array)[j] as number;
  }
  return { gram, right };
}

/** `whole` plus `sign` times `part`. */
export function combined(whole: Moments, part: Moments, sign: 1 | -1): Moments {
  const gram = whole.gram.map((row, i) => row.map((value, j) => value + sign * (part.gram[i]?.[j] ?? 0)));
  return { gram, right: whole.right.map((value, i) => value + sign * (part.right[i] ?? 0)) };
}

/** Sums of squares over `rows`: of the residuals, and of the target about its own mean there. */
export function squaresOf(
  { columns, target }: Design,
  rows: Int32Array,
  coefficients: readonly number[],
): { residual: number; total: number } {
  let sum = 0;
  for (let r = 0; r < rows.length; r++) sum += target[rows[r] as number] as number;
  const mean = sum / rows.length;
  let residual = 0;
  let total = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as number;
    const y = target[row] as number;
    let fitted = coefficients[0] as number;
    for (let j = 0; j < columns.length; j++) {
      fitted += (coefficients[j + 1] as number) * ((columns[j] as Float64Array)[row] as number);
    }
    residual += (y - fitted) * (y - fitted);
    total += (y - mean) * (y - mean);
  }
  return { residual, total };
}
