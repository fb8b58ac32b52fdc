import type { ValueFormat } from "../charts/figure";
import type { FeatureColumn } from "../data/table/feature-columns";
import type { FeatureSpec } from "../view/feature";
import { featureText } from "../view/feature-text";

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

const FORMATS: Readonly<Partial<Record<NonNullable<FeatureColumn["unit"]>, ValueFormat>>> = {
  count: "count",
  seconds: "seconds",
  milliseconds: "milliseconds",
  bytes: "bytes",
  kbps: "kbps",
  share: "share",
  score: "score",
};

/** A column that was read, with what a page needs to show it. */
export function labFeature({ spec, label, unit, column, levels }: FeatureColumn, sql: string): LabFeature {
  const words = spec.encoding === "one-hot" ? levels : null;
  const format = unit === null ? "number" : (FORMATS[unit] ?? "number");
  return { spec, text: featureText(spec), label: label.replaceAll("_", " "), format, column, levels: words, sql };
}

/** A feature's values of the kept customers: where all are kept the column itself, which is not to be written to. */
export function valuesAt({ column }: Pick<LabFeature, "column">, rows: Int32Array): Float64Array {
  // Kept customers are ascending, so as many as there are can only be all.
  if (rows.length === column.length) return column;
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i] as number] as number;
  return values;
}
