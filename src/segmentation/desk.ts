import type { Dataset } from "../data/dataset";
import type { DerivedColumn } from "../data/derive";
import type { Answer } from "../data/engine";
import type { Sql } from "../data/sql";
import type { TableAccess } from "../data/table/table-access";
import type { Compute, Treatment } from "../workers/contract";

/** All that an analysis, and a segmentation study in it, can see and touch. */
export interface Desk {
  readonly dataset: Dataset;
  /** The person's choice for all pages. */
  readonly treatment: Treatment;
  readonly signal: AbortSignal;
  query(statement: Sql): Promise<Answer>;
  /** Every column of the file, to be asked for in the view `rows`; waits until all are read. */
  table(): Promise<TableAccess>;
  readonly compute: Compute;
  /**
   * Writes columns that other analyses read, as table `derived_<name>` with `customer_no` first.
   * Replaces the table if it is there. Lengths must agree. With `names`, the only column is `segment` and these are the names
   * of its segments, 0 first: the view's other pages may use them, as segment_name beside it. Ask no table after that.
   */
  derive(
    name: string,
    customerNo: Int32Array,
    columns: Readonly<Record<string, DerivedColumn>>,
    names?: readonly string[],
  ): Promise<void>;
  /** True once the analysis `id` has written its derived table for this view, false when it has ended without it. */
  derived(id: string): Promise<boolean>;
  onProgress(share: number, doing: string): void;
}
