import type { KindRule } from "./kind-rules";

/** What an editor of rules shows beside them. */
export interface KindsOffer {
  /** What one is called that a rule fits: “customer”, “visit”. */
  readonly one: string;
  readonly kinds: readonly OfferedKind[];
  readonly features: readonly OfferedFeature[];
}

/** A rule as it came out. */
export interface OfferedKind {
  readonly rule: KindRule;
  /** Of this kind. */
  readonly n: number;
  /** Whom the rule fits, also where a rule before it fits. */
  readonly fits: number;
  /** What each threshold came to, in words. */
  readonly thresholds: readonly string[];
  /** Why nobody can be of it; empty where it can be decided. */
  readonly undecided: readonly string[];
}

/** A feature that a condition can ask for. */
export interface OfferedFeature {
  readonly key: string;
  readonly label: string;
  /** It is a share, 0 … 1, shown in percent. */
  readonly share: boolean;
  /** Why the log cannot tell it; null where it can. */
  readonly why: string | null;
}
