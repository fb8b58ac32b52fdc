import type { Dataset } from "../data/dataset";
import type { Answer } from "../data/engine";
import type { Sql } from "../data/sql";
import type { Compute, Treatment } from "../workers/contract";

/** What a segmentation study needs of the world; every analysis context has it. */
export interface Desk {
  readonly dataset: Dataset;
  readonly treatment: Treatment;
  readonly signal: AbortSignal;
  query(statement: Sql): Promise<Answer>;
  readonly compute: Compute;
  derive(
    name: string,
    customerNo: Int32Array,
    columns: Readonly<Record<string, Float64Array | Int32Array>>,
  ): Promise<void>;
  onProgress(share: number, doing: string): void;
}
