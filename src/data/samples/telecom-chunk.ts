import type { Sessions } from "./telecom-sessions";

/** One chunk's sessions with the numbers that several columns are made from, each made once. */
export interface TelecomChunk extends Sessions {
  /** Values of a column of doubles; NaN is missing. */
  doubles(column: string): Float64Array;
  /** Values that are no column themselves, made on the first call. */
  hidden(key: string, make: () => Float64Array): Float64Array;
}

/** How the values of a column are made, one chunk at a time. */
export type TelecomColumn =
  | {
      readonly name: string;
      readonly type: "DOUBLE";
      readonly make: (chunk: TelecomChunk) => Float64Array;
      readonly averaged: boolean;
    }
  | {
      readonly name: string;
      readonly type: "BIGINT" | "UBIGINT" | "TIMESTAMP";
      /** Fills the words of every session (low, high) and calls `missing` for rows without a value. */
      readonly make: (chunk: TelecomChunk, words: Uint32Array, missing: (row: number) => void) => void;
    }
  | {
      readonly name: string;
      readonly type: "VARCHAR";
      readonly make: (chunk: TelecomChunk) => readonly (string | null)[];
    };

/** One double per session. */
export function eachSession(chunk: Sessions, value: (row: number) => number): Float64Array {
  const values = new Float64Array(chunk.count);
  for (let row = 0; row < values.length; row++) values[row] = value(row);
  return values;
}

/** A number of its own for each column's stream: FNV-1a of its name. */
export function saltOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
