import type { TableColumn } from "../data/table/table-column";

/** When an event happened: a column of moments, or the numbers of a date in three columns. */
export type When =
  | { readonly by: "moment"; readonly column: TableColumn }
  | { readonly by: "date"; readonly year: TableColumn; readonly month: TableColumn; readonly day: TableColumn };

/** What each column of an event log is for; null where no column is. */
export interface JourneyRoles {
  /** Who: decided on the data page, for all pages. */
  readonly who: TableColumn | null;
  /** The visit, session or invoice an event belongs to. */
  readonly session: TableColumn | null;
  readonly what: TableColumn | null;
  readonly when: When | null;
  /** The place of an event within its visit. */
  readonly order: TableColumn | null;
  readonly quantity: TableColumn | null;
  /** Of one piece; counts as money only together with `quantity`. */
  readonly price: TableColumn | null;
  /** Money of the event. */
  readonly amount: TableColumn | null;
  /** A visit is a basket: all its events happen at once, so that none has a length and none is too fast. */
  readonly baskets: boolean;
}
