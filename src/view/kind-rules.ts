import type { KindOperator, Threshold } from "../workers/journeys/kinds";

/** Every operator; the longer of two that begin alike comes first. */
export const KIND_OPERATORS = [">=", "<=", "!=", ">", "<", "="] as const satisfies readonly KindOperator[];

/** What a value of one feature must be. An unknown value meets no condition. */
export interface KindCondition {
  /** The feature's key, such as `visits`. */
  readonly feature: string;
  readonly operator: KindOperator;
  readonly threshold: Threshold;
}

/** A kind of shopper: who meets all its conditions, and no rule before it. */
export interface KindRule {
  readonly name: string;
  readonly conditions: readonly KindCondition[];
}

/** Bounds of what a link may carry and a person can oversee. */
export const MOST_KINDS = 12;
export const MOST_CONDITIONS = 8;
export const LONGEST_NAME = 40;
export const LARGEST_THRESHOLD = 1e12;

/** Whether a name can be a kind's. */
export const isKindName = (name: string): boolean =>
  name !== "" && name.length <= LONGEST_NAME && name.trim() === name && !/\p{Cc}/u.test(name);

/** Whether a number can be a threshold. */
export function isThreshold({ by, value }: Threshold): boolean {
  if (!Number.isFinite(value)) return false;
  return by === "percentile" ? value >= 0 && value <= 100 : Math.abs(value) <= LARGEST_THRESHOLD;
}
