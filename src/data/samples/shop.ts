import { Field, RecordBatch, Schema, Struct, Table, makeData, tableToIPC } from "apache-arrow";
import type { SourceColumn } from "../source";
import { arrowType } from "./arrow-column";
import { SHOP_COLUMN_RULES, shopColumn } from "./shop-columns";
import { shopLog } from "./shop-log";
import type { ShopRow } from "./shop-visit";

/** Rows of the usual file. */
export const SHOP_ROWS = 120_000;
export const SHOP_SEED = 1;

const CHUNK_ROWS = 25_000;

/** The 13 columns, with DuckDB's types. */
export const SHOP_COLUMNS: readonly SourceColumn[] = SHOP_COLUMN_RULES.map(({ name, type }) => ({ name, type }));

const SCHEMA = new Schema(SHOP_COLUMN_RULES.map(({ name, type }) => new Field(name, arrowType(type), true)));

export interface ShopSampleOptions {
  /** 2 … 10,000,000. */
  readonly rows: number;
  /** Whole number, 0 … 2^32 - 1. */
  readonly seed: number;
}

/**
 * A synthetic shop's event log of about twelve weeks, one row per event in the order in which it was written: visits with
 * gaps below half an hour, weekdays and evenings, growth, customers who come back, products after Zipf. Planted: paying is
 * broken on mobile in one week, one customer in twenty is loyal though no column says so, one customer is a robot, and a
 * few rows are repeated, without a time, or out of order; `shopTruth` tells and counts it all.
 * Yields complete Arrow IPC streams of at most 25,000 rows; memory grows by two numbers per customer.
 * Throws RangeError for rows that cannot be made.
 */
export function* shopSample({ rows, seed }: ShopSampleOptions): Generator<Uint8Array, void, undefined> {
  if (!Number.isInteger(rows) || rows < 2) throw new RangeError(`A shop sample of ${rows} rows cannot be made.`);
  let chunk: ShopRow[] = [];
  let event = -1;
  let eventNo: number[] = [];
  for (const row of shopLog(rows, seed)) {
    if (row.flaw !== "copy") event++;
    eventNo.push(event);
    if (chunk.push(row) < CHUNK_ROWS) continue;
    yield ipcOf(chunk, eventNo, seed);
    [chunk, eventNo] = [[], []];
  }
  if (chunk.length > 0) yield ipcOf(chunk, eventNo, seed);
}

function ipcOf(rows: readonly ShopRow[], eventNo: readonly number[], seed: number): Uint8Array {
  const chunk = { rows, seed, eventNo: Float64Array.from(eventNo) };
  const children = SHOP_COLUMN_RULES.map((column) => shopColumn(column, chunk));
  const data = makeData({ type: new Struct(SCHEMA.fields), length: rows.length, children });
  return tableToIPC(new Table([new RecordBatch(SCHEMA, data)]), "stream");
}
