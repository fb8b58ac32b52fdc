import type { Metric } from "../../data/dataset";
import type { Study } from "../../segmentation/study";
import type { HandsetComparison } from "./handsets";

/** What customers experience, by group, by value and by handset. */
export interface ExperienceResult {
  readonly study: Study;
  /** Chosen metrics that the data lacks. */
  readonly absent: readonly string[];
  readonly extremes: readonly MetricValues[];
  /** Empty when the data names no handsets. */
  readonly handsets: readonly HandsetComparison[];
  readonly handsetTypes: number;
  readonly handsetUnknown: number;
  readonly worst: WorstCustomers;
}

/** Highest, lowest and most frequent values of one metric. */
export interface MetricValues {
  readonly metric: Metric;
  /** Customers with a value. */
  readonly known: number;
  readonly customers: number;
  readonly highest: ValueList;
  readonly lowest: ValueList;
  readonly frequent: ValueList;
  readonly sql: string;
}

export interface ValueList {
  readonly values: readonly number[];
  readonly customers: readonly number[];
  /** Named where only one customer has the value. */
  readonly names: readonly (string | null)[];
}

/** A table of single customers, worst first. */
export interface WorstCustomers {
  readonly metrics: readonly Metric[];
  readonly customers: readonly string[];
  readonly handsets: readonly (string | null)[];
  /** [metric][customer] */
  readonly values: readonly Float64Array[];
  readonly clusters: Float64Array;
  readonly scores: Float64Array;
  readonly sql: string;
}
