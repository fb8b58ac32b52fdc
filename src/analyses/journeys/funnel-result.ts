import type { FunnelOrder } from "../../workers/journeys/funnel";
import type { FunnelStep } from "../../view/funnel-step";
import type { Rate } from "../../behaviour/wilson";
import type { FunnelTrend } from "./funnel-trend";

/** What a funnel counts. */
export type FunnelCount = "customer" | "visit" | "total";

/** How a funnel was asked for. */
export interface FunnelPlan {
  readonly text: string;
  readonly count: FunnelCount;
  readonly order: FunnelOrder;
  /** Milliseconds; null for none. */
  readonly window: number | null;
}

/** One step with how many came to it. */
export interface ReachedStep {
  readonly step: FunnelStep;
  readonly label: string;
  readonly n: number;
  /** Of all customers or visits, in the funnel or not. */
  readonly ofAll: Rate;
  /** Of those at the first step. */
  readonly overall: Rate;
  /** Of those at the required step before. */
  readonly fromBefore: Rate;
  /** Median milliseconds from the required step before; NaN where no time is known. */
  readonly median: number;
  /** What came next in the visit of those who went no further, most frequent first. */
  readonly next: readonly Counted[];
  /** The last event of that visit. */
  readonly exits: readonly Counted[];
}

export interface Counted {
  readonly label: string;
  readonly n: number;
}

/** How a property's values differ at one step. */
export interface StepTestResult {
  readonly chiSquared: number;
  readonly degrees: number;
  readonly p: number;
  /** Corrected over the steps. */
  readonly q: number;
  readonly sparse: boolean;
}

export interface FunnelBreakdown {
  readonly property: string;
  readonly groups: readonly {
    readonly label: string;
    readonly units: number;
    readonly reached: readonly number[];
  }[];
  /** Per step: do groups reach it alike, of those at the step before (at the first: of all)? */
  readonly tests: readonly StepTestResult[];
}

export interface FunnelResult {
  readonly plan: FunnelPlan;
  /** Customers or visits, in the funnel or not. */
  readonly units: number;
  readonly steps: readonly ReachedStep[];
  /** Milliseconds to convert of those who did; NaN where none or no time is known. */
  readonly time: {
    readonly n: number;
    readonly q25: number;
    readonly median: number;
    readonly q75: number;
    /** With those who may still convert counted as long as they were watched; NaN where fewer than half ever do. */
    readonly medianOfAll: number;
    readonly curve: { readonly at: Float64Array; readonly share: Float64Array };
  };
  readonly breakdown: FunnelBreakdown | null;
  /** Null where no period was asked for, or time does not allow it. */
  readonly trend: FunnelTrend | null;
  /** Names in the funnel that no event has. */
  readonly unknown: readonly string[];
  readonly sql: string;
}
