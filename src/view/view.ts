import type { Treatment } from "../workers/contract";
import type { AnyValue } from "./settings";

/** What is being looked at: everything a link carries, and nothing of the data. */
export interface View {
  /** Id of the page: "overview", "engagement", "data" … */
  readonly page: string;
  /** The file the view was made on; absent for a view nobody has used yet. */
  readonly fingerprint: Fingerprint | null;
  /** Corrections a person made to the guessed roles: [column, role]. */
  readonly roles: readonly (readonly [string, string])[];
  /** Cleaning steps switched off, by id. */
  readonly stepsOff: readonly string[];
  readonly treatment: Treatment;
  readonly filters: Filters;
  /** Settings that differ from their defaults, by analysis id, then by setting. */
  readonly settings: ReadonlyMap<string, ReadonlyMap<string, AnyValue>>;
}

/** Names a data set without containing it. */
export interface Fingerprint {
  /** First 16 hex digits of the SHA-256 of the content (of samples of it for large files, see `data/fingerprint.ts`). */
  readonly hash: string;
  readonly rows: number;
  readonly columns: number;
  /** "sample:<telecom or shop>:<rows>:<seed>" for a generated sample, which a link can bring back by itself. */
  readonly sample: string | null;
}

/** Sessions (or customers) to keep. An empty list keeps everything. */
export interface Filters {
  readonly makers: readonly string[];
  readonly handsets: readonly string[];
  readonly locations: readonly string[];
  /** Labels of applications: traffic then counts only these. */
  readonly apps: readonly string[];
  /** Milliseconds since 1970 UTC, inclusive / exclusive. */
  readonly from: number | null;
  readonly to: number | null;
  /** Segments as the Segments page numbers them, 0 the largest; does nothing unless that page lends its segments. */
  readonly segments: readonly number[];
}

/** Segments beyond this one cannot be filtered by. */
export const LAST_SEGMENT = 999;

export const NO_FILTERS: Filters = {
  ...{ makers: [], handsets: [], locations: [], apps: [] },
  ...{ from: null, to: null, segments: [] },
};

export const DEFAULT_TREATMENT: Treatment = {
  missing: "mean",
  outliers: { method: "winsorise", low: 1, high: 99 },
  scaling: "zscore",
};

export const FIRST_VIEW: View = {
  page: "data",
  fingerprint: null,
  roles: [],
  stepsOff: [],
  treatment: DEFAULT_TREATMENT,
  filters: NO_FILTERS,
  settings: new Map(),
};
