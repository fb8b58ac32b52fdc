import type { Sql } from "./sql";

/** One column of an answer. Numbers, dates (ms since 1970 UTC) and booleans (0/1) arrive as doubles, NaN for null. */
export type AnswerColumn = Float64Array | readonly (string | null)[];

/** A query's answer: columns by position; `names` in the order of the SELECT list. */
export interface Answer {
  readonly names: readonly string[];
  readonly columns: readonly AnswerColumn[];
  readonly rowCount: number;
}

/** Batches of rows on their way into one table, in order. Others see them when it has ended, or some of them earlier. */
export interface Filling {
  /** Appends one complete Arrow IPC stream. */
  insert(ipc: Uint8Array): Promise<void>;
  /** To be called once, whatever happened; afterwards nothing can be inserted. */
  end(): Promise<void>;
}

/**
 * The SQL engine as everyone but its keeper sees it. The browser's is `data/duckdb/browser.ts`, the unit tests'
 * is `tests/node-engine.ts`; both run the same DuckDB.
 * Rejects with `UserError` when memory runs out, with an `AbortError` when the signal fires, otherwise with the
 * engine's own message and the statement.
 */
export interface Engine {
  /** Runs one statement. Integers beyond 2^53, DECIMAL and nested types must be cast in SQL; they are refused here. */
  query(statement: Sql, signal?: AbortSignal): Promise<Answer>;
  /** Appends one complete Arrow IPC stream to a table, creating it first when `create` is set. */
  insertArrow(ipc: Uint8Array, table: string, create: boolean): Promise<void>;
  /** Begins to fill a table that exists with many streams; see `fillTable`. */
  fill(table: string): Promise<Filling>;
  /** The rows of a statement as Arrow IPC bytes as the engine writes them, types kept (for exports). */
  queryArrow(statement: Sql): Promise<Uint8Array>;
  /** Makes a file readable by SQL under `/vault/<name>` until dropped. */
  registerFile(path: string, file: Blob): Promise<void>;
  dropFile(path: string): Promise<void>;
}

/** The column of that name as doubles. Throws if it is missing or holds text: a mistake in the query. */
export function numbers(answer: Answer, column: string): Float64Array {
  const found = answer.columns[answer.names.indexOf(column)];
  if (!(found instanceof Float64Array)) throw new TypeError(`“${column}” is not a number column of this answer.`);
  return found;
}

/** The column of that name as text. Throws if it is missing or holds numbers: a mistake in the query. */
export function texts(answer: Answer, column: string): readonly (string | null)[] {
  const found = answer.columns[answer.names.indexOf(column)];
  if (found === undefined || found instanceof Float64Array)
    throw new TypeError(`“${column}” is not a text column of this answer.`);
  return found;
}

/** The single number of a one-row answer. */
export function single(answer: Answer, column: string): number {
  const value = numbers(answer, column)[0];
  if (value === undefined) throw new RangeError(`The answer has no row, so no “${column}”.`);
  return value;
}
