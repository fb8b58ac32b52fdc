import { Field, RecordBatch, Schema, Struct, Table, makeData, tableToIPC, type Data } from "apache-arrow";
import type { SourceColumn } from "../source";
import { arrowType, ascii, doubles, integers, Validity } from "./arrow-column";
import type { TelecomChunk, TelecomColumn } from "./telecom-chunk";
import { identityColumns as identity } from "./telecom-identity-columns";
import { networkColumns } from "./telecom-network-columns";
import { telecomSessions, type Sessions } from "./telecom-sessions";
import { volumeColumns } from "./telecom-volume-columns";

/** Rows of the published file, its last row of means included. */
export const TELECOM_ROWS = 150_001;
export const TELECOM_SEED = 1;

const COLUMNS: readonly TelecomColumn[] = [
  identity.bearer,
  identity.start,
  identity.startMs,
  identity.end,
  identity.endMs,
  identity.duration,
  identity.imsi,
  identity.msisdn,
  identity.imei,
  identity.location,
  ...networkColumns.slice(0, 18),
  identity.durationMs,
  identity.maker,
  identity.type,
  ...networkColumns.slice(18),
  ...volumeColumns,
];
const BY_NAME = new Map(COLUMNS.map((column) => [column.name, column]));

/** The 55 columns in the published order, with DuckDB's types. */
export const TELECOM_COLUMNS: readonly SourceColumn[] = COLUMNS.map(({ name, type }) => ({ name, type }));

export interface TelecomSampleOptions {
  /** 2 … 10,000,000; the last row is the row of means. */
  readonly rows: number;
  /** Whole number, 0 … 2^32 - 1. */
  readonly seed: number;
  /** Only these columns, in this order; all 55 by default. A column is the same whichever others are made. */
  readonly columns?: readonly string[];
}

/**
 * A synthetic telecom xDR file: the published 55 columns with their known traps (a last row of column means, seconds
 * under `Dur. (ms)`, sessions without a customer, `undefined` handsets, ids beyond 2^53, totals that do not add up),
 * shaped by the published marginals, with three planted levels of engagement and a gradient of experience.
 * Yields complete Arrow IPC streams of at most 25,001 rows; memory does not grow with `rows`.
 * Throws RangeError for rows or a column that cannot be made.
 */
export function* telecomSample({ rows, seed, columns }: TelecomSampleOptions): Generator<Uint8Array, void, undefined> {
  if (!Number.isInteger(rows) || rows < 2) throw new RangeError(`A telecom sample of ${rows} rows cannot be made.`);
  const wanted = (columns ?? COLUMNS.map(({ name }) => name)).map(columnNamed);
  const schema = new Schema(wanted.map(({ name, type }) => new Field(name, arrowType(type), true)));
  const sums = new Map<string, number>();
  for (const sessions of telecomSessions(rows - 1, seed)) {
    const last = sessions.first + sessions.count === rows - 1;
    const chunk = withDoubles(sessions);
    const children = wanted.map((column) => build(column, chunk, last ? rows - 1 : null, sums));
    const length = sessions.count + (last ? 1 : 0);
    const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length, children }));
    yield tableToIPC(new Table([batch]), "stream");
  }
}

function columnNamed(name: string): TelecomColumn {
  const column = BY_NAME.get(name);
  if (column === undefined) throw new RangeError(`The telecom sample has no column “${name}”.`);
  return column;
}

function withDoubles(sessions: Sessions): TelecomChunk {
  const made = new Map<string, Float64Array>();
  const once = (key: string, make: () => Float64Array): Float64Array => {
    const values = made.get(key) ?? make();
    made.set(key, values);
    return values;
  };
  const chunk: TelecomChunk = {
    ...sessions,
    doubles(name) {
      const column = columnNamed(name);
      if (column.type !== "DOUBLE") throw new TypeError(`“${name}” is not a column of doubles.`);
      return once(`column ${name}`, () => column.make(chunk));
    },
    hidden: (key, make) => once(`hidden ${key}`, make),
  };
  return chunk;
}

/** One column of a chunk; with the file's number of sessions in its last chunk, which ends in the row of means. */
function build(column: TelecomColumn, chunk: TelecomChunk, sessions: number | null, sums: Map<string, number>): Data {
  const length = chunk.count + (sessions === null ? 0 : 1);
  const validity = new Validity(length);
  if (column.type === "VARCHAR") {
    const values = [...column.make(chunk), ...(sessions === null ? [] : [null])];
    values.forEach((value, row) => value === null && validity.clear(row));
    return ascii(
      values.map((value) => value ?? ""),
      validity,
    );
  }
  if (column.type !== "DOUBLE") {
    const words = new Uint32Array(2 * length);
    column.make(chunk, words, (row) => validity.clear(row));
    if (sessions !== null) validity.clear(chunk.count);
    return integers(column.type, words, validity);
  }
  const values = new Float64Array(length).fill(Number.NaN);
  values.set(chunk.doubles(column.name));
  if (column.averaged) values[chunk.count] = runningMean(column.name, values, chunk.count, sessions, sums);
  for (let row = 0; row < length; row++) if (Number.isNaN(values[row])) validity.clear(row);
  return doubles(values, validity);
}

/** Adds a chunk to the column's sum; the mean when the file's number of sessions says that it was the last chunk. */
function runningMean(
  name: string,
  values: Float64Array,
  count: number,
  sessions: number | null,
  sums: Map<string, number>,
): number {
  let sum = sums.get(name) ?? 0;
  for (let row = 0; row < count; row++) sum += values[row] ?? 0;
  sums.set(name, sum);
  return sessions === null ? Number.NaN : sum / sessions;
}
