/** A window on the raw rows. */
export interface PreviewPage {
  readonly from: number;
  readonly columns: readonly string[];
  /** [row][column] as text exactly as in the file; null for a null. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly total: number;
}

export interface PreviewOrder {
  readonly column: string;
  readonly descending: boolean;
}
