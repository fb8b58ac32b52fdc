import { Int32, makeData, Table, tableToIPC, Vector } from "apache-arrow";
import { doubleVector, labelVector } from "./arrow-vectors";
import { breathe } from "./breathe";
import { texts, type Engine } from "./engine";
import { name, sql } from "./sql";

/** Words of which there are few: `codes` are their places in `labels`; anything else is NULL. */
export interface LabelColumn {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** A column of a derived table: doubles (NaN becomes NULL), whole numbers or words. */
export type DerivedColumn = Float64Array | Int32Array | LabelColumn;

/**
 * Replaces the table `derived_<table>` by one row per customer: customer_no first, then the columns in the given order.
 * It is joined by customer_no, never by position. Throws if a column's length differs from that of customer_no.
 */
export async function derive(
  engine: Engine,
  table: string,
  customerNo: Int32Array,
  columns: Readonly<Record<string, DerivedColumn>>,
): Promise<void> {
  for (const [label, values] of Object.entries(columns)) {
    const { length } = "codes" in values ? values.codes : values;
    if (length !== customerNo.length)
      throw new RangeError(`“${label}” has ${length} values for ${customerNo.length} customers.`);
  }
  const entries = Object.entries({ customer_no: customerNo, ...columns }).map(
    ([label, values]) => [label, toVector(values)] as const,
  );
  const full = `derived_${table}`;
  await breathe();
  await engine.query(sql`DROP TABLE IF EXISTS ${name(full)}`);
  await engine.insertArrow(tableToIPC(new Table(Object.fromEntries<Vector>(entries)), "stream"), full, true);
}

/** Takes the table `chosen` away. */
export async function forgetChosen(engine: Engine): Promise<void> {
  await engine.query(sql`DROP TABLE IF EXISTS chosen`);
}

/** Replaces the table `chosen` (base_no): customers that somebody picked out. */
export async function putChosen(engine: Engine, customers: Int32Array): Promise<void> {
  await forgetChosen(engine);
  await engine.insertArrow(tableToIPC(new Table({ base_no: toVector(customers) }), "stream"), "chosen", true);
}

function toVector(values: DerivedColumn): Vector {
  if (values instanceof Int32Array)
    return new Vector([makeData({ type: new Int32(), data: values, length: values.length })]);
  return "codes" in values ? labelVector(values.codes, values.labels) : doubleVector(values);
}

/** Takes every derived table away. */
export async function forgetDerived(engine: Engine): Promise<void> {
  for (const table of await derivedTables(engine)) await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
}

/** The derived tables that are there, in alphabetical order. */
export async function derivedTables(engine: Engine): Promise<readonly string[]> {
  const answer = await engine.query(
    sql`SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'derived\\_%' ESCAPE '\\' ORDER BY 1`,
  );
  return texts(answer, "table_name").flatMap((table) => (table === null ? [] : [table]));
}
