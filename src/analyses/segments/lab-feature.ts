import type { ValueFormat } from "../../charts/figure";
import type { FeatureSpec } from "../../view/feature";

/** One value of every customer, in the order of customer_no. */
export interface LabFeature {
  readonly spec: FeatureSpec;
  /** The spec as a link carries it: names the feature. */
  readonly text: string;
  readonly label: string;
  readonly format: ValueFormat;
  /** Numbers in their own unit, or places in `levels`; NaN for missing. */
  readonly column: Float64Array;
  /** The words of a feature that has one axis per word; null for a number. */
  readonly levels: readonly string[] | null;
  /** How the values were read, as SQL. */
  readonly sql: string;
}

/** A feature's values of the kept customers. */
export function valuesAt({ column }: Pick<LabFeature, "column">, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i] as number] as number;
  return values;
}
