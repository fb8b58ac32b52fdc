import type { Dendrogram } from "../../workers/lab/hierarchy";
import type { PartitionModel } from "../../workers/lab/partition";
import type { Algorithm } from "./algorithms";

/** Customers in groups, whatever algorithm made them. Rows are those of the prepared matrix. */
export interface Grouping {
  readonly algorithm: Algorithm;
  /** 0 is the largest; -1 is noise. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly noise: number;
  /** What stands for each group in the space of the matrix: centroids, medoids, peaks, or the means of its rows. */
  readonly places: readonly (readonly number[])[];
  /** How another customer is put into a group. */
  readonly model: PartitionModel;
  /** Putting the same customers into groups by the model gives the same groups. */
  readonly modelExact: boolean;
  /** Rows the algorithm itself saw; the others were put into its groups. */
  readonly fittedOn: number;
  /** How sure each row's group is, 0 … 1; null where the algorithm does not say. */
  readonly confidence: Float64Array | null;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly facts: GroupingFacts;
  /** Plain sentences about what could not be done as asked. */
  readonly notes: readonly string[];
}

/** What only some algorithms say. */
export interface GroupingFacts {
  readonly inertia?: number;
  readonly iterations?: number;
  readonly converged?: boolean;
  readonly bic?: number;
  readonly dendrogram?: Dendrogram;
  readonly cophenetic?: number | null;
  readonly eps?: number;
  readonly kDistances?: Float64Array;
  readonly suggestedEps?: number | null;
  readonly core?: number;
  readonly bandwidth?: number;
}
