/** One named step between the file and the numbers, in the order it is applied. */
export interface LedgerStep {
  readonly id: StepId;
  readonly title: string;
  /** What was found and what was done, with its counts, as a sentence. */
  readonly text: string;
  readonly affected: number;
  readonly of: "rows" | "values" | "columns";
  readonly samples: readonly LedgerSample[];
  readonly enabled: boolean;
  /** False for a step that only reports, or that nothing can work without. */
  readonly switchable: boolean;
}

export interface LedgerSample {
  /** 1-based row in the file(s). */
  readonly row: number | null;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export const STEP_IDS = [
  "lines",
  "rejected-rows",
  "swapped",
  "null-markers",
  "names",
  "types",
  "number-style",
  "date-order",
  "unit",
  "ids",
  "means-row",
  "missing-customer",
  "duplicates",
  "impossible",
  "units",
  "totals",
] as const;

export type StepId = (typeof STEP_IDS)[number];
