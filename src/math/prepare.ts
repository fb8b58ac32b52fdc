import type { Features, PreparedFeature, Treatment } from "../workers/contract";
import { allRows, completeRows, valuesAt } from "./complete-rows";
import { impute, type Imputed } from "./impute";
import { InputError } from "./input-error";
import { capOutliers, outlierBounds, type Bounds } from "./outliers";
import type { Points } from "./points";
import { scaleOf, writeScaled, type Scale } from "./scaling";

/** Features ready for distances. `rows` are the kept rows, ascending; `treated` and `points` follow their order. */
export interface Prepared {
  readonly rows: Int32Array;
  readonly rowsIn: number;
  /** Filled and capped, not scaled; one array per feature. */
  readonly treated: readonly Float64Array[];
  /** The same, scaled, row-major. */
  readonly points: Points;
  readonly features: readonly PreparedFeature[];
  readonly notes: readonly string[];
}

/**
 * Missing values, then outliers, then scaling. NaN and ±Infinity are missing. Dropping leaves out a row in which any
 * feature is missing (or an outlier); bounds and scales are those of the rows left at that moment.
 * InputError with a plain sentence when features disagree in length or no row is left.
 */
export function* prepare({ columns }: Features, treatment: Treatment): Generator<number, Prepared, void> {
  const rowsIn = checkedLength(columns);
  const complete = treatment.missing === "drop" ? completeRows(columns) : allRows(rowsIn);
  if (complete.length === 0)
    throw new InputError("No customer has all the chosen features, so there is nothing to group.");
  yield 0.1;
  const imputed: Imputed[] = [];
  const bounds: Bounds[] = [];
  for (const column of columns) {
    const filled = fill(column, complete, treatment.missing);
    const fence = outlierBounds(filled.values, treatment.outliers);
    capOutliers(filled.values, treatment.outliers.method, fence);
    imputed.push(filled);
    bounds.push(fence);
    yield 0.1 + (0.6 * imputed.length) / columns.length;
  }
  const inside = treatment.outliers.method === "drop" ? rowsInside(imputed, bounds, complete.length) : null;
  if (inside?.length === 0)
    throw new InputError("Every customer is an outlier in some feature, so none is left to group.");
  const treated = imputed.map(({ values }) => (inside ? valuesAt(values, inside) : values));
  const rows = inside ? inside.map((at) => complete[at] as number) : complete;
  const values = new Float64Array(rows.length * columns.length);
  const scales: Scale[] = [];
  for (const [f, column] of treated.entries()) {
    const scale = scaleOf(column, treatment.scaling);
    writeScaled(column, scale, treatment.scaling, values, f, columns.length);
    scales.push(scale);
    yield 0.7 + (0.3 * (f + 1)) / columns.length;
  }
  const features = columns.map((_, f) => described(imputed[f] as Imputed, bounds[f] as Bounds, scales[f] as Scale));
  const points = { values, n: rows.length, d: columns.length, weights: null };
  return { rows, rowsIn, treated, points, features, notes: remarks(imputed, scales, rows.length) };
}

function checkedLength(columns: readonly Float64Array[]): number {
  const [first] = columns;
  if (!first) throw new InputError("Choose at least one feature.");
  if (columns.some((column) => column.length !== first.length)) {
    throw new InputError("Every feature must have one value per customer.");
  }
  if (first.length === 0) throw new InputError("There are no customers to group.");
  return first.length;
}

function fill(column: Float64Array, rows: Int32Array, missing: Treatment["missing"]): Imputed {
  if (missing !== "drop") return impute(column, missing);
  let absent = 0;
  for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) absent++;
  return { values: valuesAt(column, rows), missing: absent, filledWith: null };
}

function described(imputed: Imputed, bounds: Bounds, { centre, scale, constant }: Scale): PreparedFeature {
  return {
    missing: imputed.missing,
    filledWith: imputed.filledWith,
    below: bounds.below,
    above: bounds.above,
    lowerBound: bounds.lower,
    upperBound: bounds.upper,
    centre,
    scale,
    constant,
  };
}

function remarks(imputed: readonly Imputed[], scales: readonly Scale[], rows: number): string[] {
  return scales.flatMap(({ constant, flat }, f) => {
    const feature = `Feature ${f + 1}`;
    if (imputed[f]?.missing === rows) return [`${feature} has no value at all, so it cannot tell customers apart.`];
    if (constant && rows > 1) return [`${feature} is the same for every customer, so it cannot tell them apart.`];
    if (flat) return [`The quartiles of feature ${f + 1} are equal, so it is centred but not rescaled.`];
    return [];
  });
}

function rowsInside(imputed: readonly Imputed[], bounds: readonly Bounds[], n: number): Int32Array {
  return allRows(n).filter((i) =>
    imputed.every(({ values }, f) => {
      const { lower, upper } = bounds[f] as Bounds;
      const value = values[i] as number;
      return lower === null || upper === null || (value >= lower && value <= upper);
    }),
  );
}
