import type { Dataset } from "../../data/dataset";
import type { Treatment } from "../../workers/contract";
import type { IndicesOutput } from "../../workers/lab/judging";
import type { PreparedMatrix } from "../../workers/lab/preparing";
import type { Comparison } from "./compare";
import type { Description } from "./describe";
import type { GroupingPlan } from "./group";
import type { Grouping } from "./grouping";
import type { HowMany } from "../../segmentation/how-many";
import type { LabFeature } from "../../segmentation/lab-feature";
import type { LabMap } from "./map";
import type { Migration } from "./migrate";
import type { NamedSegment } from "./naming";
import type { RfmStudy } from "./rfm";

/** Segments of customers with everything needed to see, judge, understand and use them. */
export interface SegmentsResult {
  /** What a row of the customers is. */
  readonly unit: Dataset["unit"];
  readonly treatment: Treatment;
  readonly plan: GroupingPlan;
  /** How many similar customers are listed. */
  readonly similar: number;
  /** Customers in the view, grouped or not. */
  readonly customers: number;
  /** The customer_no of each row of the matrix. */
  readonly customerNo: Int32Array;
  readonly features: readonly LabFeature[];
  readonly prepared: PreparedMatrix;
  readonly grouping: Grouping;
  readonly names: readonly NamedSegment[];
  readonly description: Description;
  /** Of the segments of recency, frequency and money; null for all others. */
  readonly rfm: RfmStudy | null;
  /** Features that could not be made, each with its reason as a sentence. */
  readonly leftOut: readonly string[];
  readonly map: LabMap;
  readonly indices: IndicesOutput;
  /** Null until it is computed. */
  readonly howMany: HowMany | null;
  /** Null when no other algorithm is asked for, or until it is computed. */
  readonly comparison: Comparison | null;
  /** Null when no earlier segments are there to compare with. */
  readonly migration: Migration | null;
  /** Something is still being computed and will be added. */
  readonly partial: boolean;
}
