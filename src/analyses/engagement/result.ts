import type { Application, Metric } from "../../data/dataset";
import type { SegmentOf } from "../../segmentation/lent-segments";
import type { Ranking } from "../../segmentation/ranking";
import type { Study } from "../../segmentation/study";

/** Who is engaged, and by what it was judged. */
export interface EngagementResult {
  readonly study: Study;
  /** Chosen metrics that the data lacks. */
  readonly absent: readonly string[];
  readonly tops: readonly TopByMetric[];
  readonly apps: readonly ApplicationUse[];
  readonly appsSql: string;
  /** Of the customers listed; null where no segments are lent to all pages, or while they are not known. */
  readonly segmentOf: SegmentOf | null;
}

export interface TopByMetric {
  readonly metric: Metric;
  readonly list: Ranking;
}

/** How an application is used; applications come with the most traffic first. */
export interface ApplicationUse {
  readonly app: Application;
  readonly bytes: number;
  readonly users: number;
  /** Per engagement cluster. */
  readonly bytesByCluster: readonly number[];
  readonly top: Ranking;
}
