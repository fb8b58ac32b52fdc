import type { TableColumn } from "./table-column";

/** Every column of the file, typed, in the view `rows`: customer_no, row_no, then each column under its id. */
export interface TableAccess {
  readonly columns: readonly TableColumn[];
  /** Some customer has more than one row. */
  readonly repeated: boolean;
}
