import type { Dataset, Metric } from "../../data/dataset";

/** Everything the overview shows, as plain data. Volumes in bytes, shares 0 … 1. */
export interface OverviewResult {
  readonly dataset: Dataset;
  readonly base: OverviewBase;
  readonly names: NameLists;
  readonly histograms: readonly MetricHistogram[];
  readonly clusters: ClusterCounts | null;
  readonly segments: SegmentMeans | null;
}

/** What no setting of the page changes: read once per state of the data. */
export interface OverviewBase {
  readonly totals: Totals;
  readonly dispersion: Dispersion;
  readonly customers: CustomerList;
  readonly deciles: Deciles | null;
  readonly apps: AppTotals | null;
  readonly links: AppLinks | null;
  readonly correlations: Correlations | null;
  readonly pca: Pca | null;
  readonly concentration: Concentration | null;
}

export interface Totals {
  readonly sessions: number;
  /** NaN where the data has none. */
  readonly traffic: number;
  readonly duration: number;
  readonly sql: string;
}

/** One row per metric, in the dataset's order; n counts customers with a value. */
export interface Dispersion {
  readonly rows: readonly MetricSpread[];
  readonly sql: string;
}

export interface MetricSpread {
  readonly metric: Metric;
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  /** Bias-corrected moment coefficient; 0 is symmetric, above 1 a long tail to the right. */
  readonly skewness: number;
}

/** Customers between edges; the last bin also holds everyone above the last edge. */
export interface MetricHistogram {
  readonly spread: MetricSpread;
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Edges are whole numbers that name what they hold: 1 … 2 is "exactly 1". */
  readonly whole: boolean;
  readonly openEnded: boolean;
  readonly sql: string;
}

/** The biggest customers, one column per field. */
export interface CustomerList {
  readonly customers: readonly string[];
  readonly columns: readonly { readonly label: string; readonly unit: Metric["unit"]; readonly values: Float64Array }[];
  readonly all: number;
  /** What it is sorted by. */
  readonly by: string;
  readonly sql: string;
}

export interface NameLists {
  readonly handsets: NameList | null;
  readonly makers: NameList | null;
  /** The five most used handsets of each of the three most used makers. */
  readonly handsetsOfMakers: readonly { readonly maker: string; readonly list: NameList }[];
}

/** Names by sessions. Equal counts share a place (1, 2, 2, 4). */
export interface NameList {
  readonly labels: readonly string[];
  readonly sessions: readonly number[];
  readonly places: readonly number[];
  readonly asked: number;
  /** Names within the asked places, shown or not. */
  readonly qualified: number;
  readonly unknown: number;
  readonly total: number;
  readonly kinds: number;
  readonly sql: string;
}

export interface AppTotals {
  /** Largest first. */
  readonly labels: readonly string[];
  readonly bytes: readonly number[];
  readonly users: readonly number[];
  readonly sql: string;
}

/** Ten groups of customers by duration, shortest first. */
export interface Deciles {
  readonly customers: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly traffic: readonly number[];
  /** Customers whose duration equals that of someone in another decile. */
  readonly tiedAcross: number;
  readonly sql: string;
}

/** Each application against total traffic, per customer. */
export interface AppLinks {
  readonly apps: readonly AppLink[];
  readonly sql: string;
}

export interface AppLink {
  readonly label: string;
  readonly correlation: number;
  /** Bytes of total traffic per byte of the application (least squares), and the total where the application has none. */
  readonly slope: number;
  readonly intercept: number;
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
  /** [y][x] customers; the last row and column also hold what lies beyond. */
  readonly counts: readonly (readonly number[])[];
}

/** Pearson correlations of the applications' bytes over customers, in the dataset's order. */
export interface Correlations {
  readonly labels: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly n: number;
  readonly sql: string;
}

export interface Pca {
  readonly labels: readonly string[];
  readonly explained: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  readonly rowsUsed: number;
  readonly sql: string;
}

/** How unevenly a volume is shared out. */
export interface Concentration {
  readonly what: string;
  readonly customerShare: readonly number[];
  readonly valueShare: readonly number[];
  readonly gini: number;
  readonly topDecileShare: number;
  readonly n: number;
  readonly sql: string;
}

/** Customers by the segments that the Segments page lends, its numbers in order; one place per segment that anybody is in. */
export interface SegmentMeans {
  readonly names: readonly string[];
  readonly customers: readonly number[];
  readonly means: readonly { readonly metric: Metric; readonly values: readonly number[] }[];
  /** Customers in no segment. */
  readonly without: number;
  /** The segment of each customer of the list, null where there is none. */
  readonly ofListed: readonly (string | null)[];
  readonly sql: string;
}

/** Customers by engagement and experience cluster; -1 stands for not grouped. */
export interface ClusterCounts {
  readonly engagement: readonly string[];
  readonly experience: readonly string[];
  /** [engagement][experience]; one column only where experience is missing, one row only where engagement is. */
  readonly counts: readonly (readonly number[])[];
  readonly ungrouped: number;
  readonly sql: string;
}
