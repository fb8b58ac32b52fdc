import { Table, tableToIPC, type Vector } from "apache-arrow";
import { doubleVector, textVector } from "../arrow-vectors";

/** A column of a table that is already in memory. */
export interface PlainColumn {
  readonly label: string;
  readonly values: Float64Array | readonly (string | number | null)[];
}

/**
 * Such a table as one Arrow IPC stream: columns of numbers as doubles (NaN and null become null), all others as text.
 * Columns of one name are told apart by a number behind it.
 */
export function plainTableIpc(columns: readonly PlainColumn[]): Uint8Array {
  const taken = new Map<string, number>();
  const entries = columns.map(({ label, values }): [string, Vector] => {
    const times = (taken.get(label) ?? 0) + 1;
    taken.set(label, times);
    return [times === 1 ? label : `${label} (${times})`, toVector([...values])];
  });
  return tableToIPC(new Table(Object.fromEntries(entries)), "stream");
}

function toVector(values: readonly (string | number | null)[]): Vector {
  const numeric = values.every((value) => value === null || typeof value === "number");
  return numeric
    ? doubleVector(Float64Array.from(values, (value) => value ?? NaN))
    : textVector(values.map((value) => (value === null ? null : String(value))));
}
