import type { TableColumn } from "./table-column";

/** Every column of the file, typed, in the view `rows`: customer_no, row_no, then each column under its id. */
export interface TableAccess {
  readonly columns: readonly TableColumn[];
  /** Some customer has more than one row. */
  readonly repeated: boolean;
  /** Segments of an earlier file, in a table (customer, segment); null where there are none to compare with. */
  readonly earlier?: { readonly label: string; readonly table: string } | null;
}
