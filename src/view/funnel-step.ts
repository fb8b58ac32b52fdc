/** How a value is compared in a condition; `~` is “holds these letters”, whatever their case. */
export const OPERATORS = ["!=", "<=", ">=", "=", "<", ">", "~"] as const;
export type Operator = (typeof OPERATORS)[number];

/** A column's value compared with another. */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly value: string;
}

/** What an event must be: of one name, with a value in a column, or both. */
export type StepTest =
  | { readonly is: "event"; readonly event: string }
  | ({ readonly is: "condition" } & Condition)
  | ({ readonly is: "both"; readonly event: string } & Condition);

/** One step: any of its tests. */
export interface FunnelStep {
  readonly tests: readonly StepTest[];
  /** Nobody is held back by it. */
  readonly optional: boolean;
}

/** Events that end an attempt when they come after this step and before the next; -1: anywhere. */
export interface Exclusion {
  readonly after: number;
  readonly tests: readonly StepTest[];
}

export interface Funnel {
  readonly steps: readonly FunnelStep[];
  readonly exclusions: readonly Exclusion[];
}
