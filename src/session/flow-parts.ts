import type { LastingEngine } from "../data/duckdb/lasting-engine";
import type { ReadableFile } from "../data/open-source";
import type { Compute } from "../workers/contract";
import type { DataParts, Told } from "./data-desk";
import type { LoadedAnalysis } from "./loaded-analysis";

/** Files to read, once they are there; a sample has a name that brings it back. */
export interface Delivery {
  readonly files: readonly ReadableFile[];
  readonly sample: string | null;
}

/** Brings the files; a sample is made, others are there. */
export type Deliver = (stop: AbortSignal, tell: Told) => Promise<Delivery>;

/** What the flow of data works with. */
export interface FlowParts extends DataParts {
  readonly engine: LastingEngine;
  /** One in a thread of its own can be ended under a file that it does not get through. */
  readonly reader: DataParts["reader"] & { stop?(): void };
  readonly compute: Compute;
  readonly analyses: readonly LoadedAnalysis[];
  /** Ends what still uses the engine from before the first file. */
  readonly makeWay?: () => Promise<void>;
}
