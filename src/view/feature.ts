import type { Transform } from "../workers/lab/preparing";

/** Where the values of a feature come from. */
export type FeatureSource =
  /** A column of the file, by its name there. */
  | { readonly from: "column"; readonly label: string }
  /** A metric or an application of the view `customers`, by its column there. */
  | { readonly from: "metric"; readonly column: string }
  /** The customer's rows, counted. */
  | { readonly from: "rows" };

/**
 * How the rows of a customer become one value:
 * `value`: the cell itself, where each customer has one row; `sum`, `mean`, `median` (type 7), `min`, `max`, `sd` (n − 1) of
 * numbers; `count`: cells that are not missing; `distinct`: different values; `mode`: the most frequent word (ties:
 * alphabetically first); `recency-days`: from the customer's last moment to the last of all rows that count; `age-days`: from
 * the first moment to that; `active-days`: different days; `hour` (0 … 23) and `weekday` (1 Monday … 7 Sunday): the most
 * frequent, ties the earliest; `truth-share`: the share of true among those given.
 */
export const MEASURES = [
  "value",
  "sum",
  "mean",
  "median",
  "min",
  "max",
  "sd",
  "count",
  "distinct",
  "mode",
  "recency-days",
  "age-days",
  "active-days",
  "hour",
  "weekday",
  "truth-share",
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * How values become numbers: as they are; one 0/1 column per level; the place of the level in its natural, numeric or
 * alphabetical order; the share of customers with the same level.
 */
export const ENCODINGS = ["number", "one-hot", "ordinal", "frequency"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Applied to numbers after that; `signed-log` is sign(x) · log1p(|x|). */
export const TRANSFORMS: readonly Transform[] = ["none", "log1p", "sqrt", "signed-log"];

/** One feature of a customer, as it is chosen and as a link carries it. */
export interface FeatureSpec {
  readonly source: FeatureSource;
  readonly measure: Measure;
  readonly encoding: Encoding;
  readonly transform: Transform;
  /** Above 0, at most 100; 1 is plain. */
  readonly weight: number;
}
