import type { Metric } from "../../data/dataset";
import type { Ranking } from "../../segmentation/ranking";
import type { ScoreDistribution } from "../../segmentation/score-distribution";
import type { SegmentSummary } from "../../segmentation/segment-summary";
import type { RegressionOutput } from "../../workers/contract";
import type { Trust } from "./trust";

/** Who is satisfied by the two scores, and how far the score can be trusted. */
export interface SatisfactionResult {
  readonly customers: number;
  readonly scored: number;
  readonly on: "both" | "satisfaction";
  readonly segment: SegmentSummary;
  readonly names: readonly string[];
  readonly groups: readonly SatisfactionGroup[];
  readonly groupsSql: string;
  readonly scores: ScoreDistribution;
  readonly top: TopList;
  /** By the mean of the two signed scores; null when a study has a single group, so there is no direction. */
  readonly signedTop: TopList | null;
  readonly kpis: readonly Metric[];
  /** Null when too few customers have all metrics; `regressionProblem` says why. */
  readonly regression: RegressionOutput | null;
  readonly regressionProblem: string | null;
  readonly trust: Trust;
  readonly scoresSql: string;
}

export interface SatisfactionGroup {
  readonly customers: number;
  readonly engagement: number;
  readonly experience: number;
  readonly satisfaction: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A ranking with the parts of each customer's satisfaction. */
export interface TopList {
  readonly list: Ranking;
  readonly engagement: readonly number[];
  readonly experience: readonly number[];
  readonly satisfaction: readonly number[];
  readonly engagementCluster: readonly number[];
  readonly experienceCluster: readonly number[];
}
