/** What one column of the file holds, counted over every row. */
export interface ColumnProfile {
  readonly column: string;
  /** The type in the file. */
  readonly fileType: string;
  /** What the values are: decided from all of them. */
  readonly kind: "number" | "integer" | "text" | "time" | "boolean" | "id" | "empty";
  readonly rows: number;
  /** Missing values by how they are written: "(null)", "(empty)", "(blank)", "\\N", "undefined" … */
  readonly missing: readonly MissingMarker[];
  readonly missingTotal: number;
  readonly distinct: number;
  /** True when `distinct` is HyperLogLog's estimate (about 2 % off). */
  readonly distinctApproximate: boolean;
  /** Of the values that read as numbers; times as ms since 1970 UTC. Null for text. */
  readonly numbers: NumberProfile | null;
  /** Most frequent values first, at most 5. */
  readonly top: readonly TopValue[];
  /** Why this column could not be profiled, in words; the others are not affected. */
  readonly problem: string | null;
}

export interface NumberProfile {
  readonly parsed: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly max: number;
  readonly mean: number;
  /** Fisher and Pearson's g1, m3 / m2^1.5 with population moments; null where all values are equal or beyond measure. */
  readonly skewness: number | null;
  /** The smallest and the largest in all their digits, where the column's type may hold more than a double; else null. */
  readonly exact: { readonly min: string; readonly max: string } | null;
  /** 24 equal bins from the 1st to the 99th percentile; values outside are counted in the first and last bin. */
  readonly bins: readonly number[];
  readonly binFrom: number;
  readonly binTo: number;
}

export interface MissingMarker {
  readonly marker: string;
  readonly count: number;
}

export interface TopValue {
  readonly value: string;
  readonly count: number;
}
