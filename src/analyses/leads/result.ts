import type { Dataset } from "../../data/dataset";
import type { Classifier, DriversOutput, PartialDependence } from "../../workers/lab/explaining";
import type { Capacity, Validation } from "../../workers/lab/validating";
import type { LeadTable } from "./read-leads";

/** How the outcome is told. */
export interface LeadPlan {
  readonly model: "boosting" | "logistic";
  readonly split: "random" | "time";
  readonly folds: number;
  readonly contacts: number;
  readonly seed: number;
}

/** Why one customer has its score. */
export interface Reasons {
  /** Its place among all customers. */
  readonly place: number;
  /** Log-odds each feature adds; with `expected` they are the log-odds of the score before it is corrected. */
  readonly contributions: readonly number[];
  readonly expected: number;
  /** Before it is corrected. */
  readonly probability: number;
}

/** A score for every customer. */
export interface Scored {
  /** Probability of the outcome, at the customer's place. */
  readonly scores: Float64Array;
  /** Places, best first. */
  readonly order: Int32Array;
  /** The model of all whose outcome is known, with what corrects the scores. */
  readonly classifier: Classifier;
}

/** Who is likely, how well that is known, and why. */
export interface LeadsResult extends LeadTable, Scored {
  readonly unit: Dataset["unit"];
  readonly plan: LeadPlan;
  readonly validation: Validation;
  /** The chosen number of contacts first, then others by size. */
  readonly capacities: readonly Capacity[];
  /** Of the best customers, best first. */
  readonly reasons: readonly Reasons[];
  readonly method: "exact" | "tree-shap";
  /** What the best customers are called in the file, by place. */
  readonly names: ReadonlyMap<number, string>;
  /** Null until they are computed. */
  readonly drivers: DriversOutput | null;
  readonly dependence: readonly PartialDependence[];
  readonly partial: boolean;
}
