import type { Engine } from "../data/engine";
import type { LoadProgress } from "../data/source";
import type { ParquetReader } from "../workers/reader-contract";

/** The engine and the reader, wherever they run. */
export interface DataParts {
  readonly engine: Engine;
  /** One in a thread of its own can rest: give back the memory that a large file took. */
  readonly reader: ParquetReader & { rest?(): void };
  /** What the engine's tables may hold, in bytes; by the device's memory when absent. */
  readonly memoryBudget?: number;
}

/** Told while a file is opened. */
export type Told = (doing: string, progress: LoadProgress | null) => void;
