import type { Dataset } from "../dataset";
import { texts, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";

/**
 * Every customer with its metrics, applications under their own names, and each derived score and cluster that exists.
 * A customer without a score has NULL there, never zero. With `among`, a statement of customer_no, only those.
 */
export async function scoredCustomers(engine: Engine, dataset: Dataset, among?: Sql): Promise<Sql> {
  const derived = texts(
    await engine.query(
      sql`SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'derived\\_%' ESCAPE '\\' ORDER BY 1`,
    ),
    "table_name",
  ).flatMap((table) => (table === null ? [] : [table]));
  const apps = dataset.apps.map(({ column, label }) => sql`${name(column)} AS ${name(`${label} (bytes)`)}`);
  const plain =
    dataset.apps.length === 0
      ? sql`customers`
      : sql`(SELECT * EXCLUDE (${joined(dataset.apps.map(({ column }) => name(column)))}), ${joined(apps)} FROM customers)`;
  const joins = derived.map((table) => sql`LEFT JOIN ${name(table)} USING (customer_no)`);
  const only = among === undefined ? sql`` : sql`WHERE customer_no IN (${among})`;
  return sql`SELECT * EXCLUDE (customer_no) FROM (SELECT * FROM ${plain} ${joined(joins, " ")} ${only} ORDER BY customer_no)`;
}

/** The same of some customers only. Reads `derived_chosen` (customer_no), which the caller derives and takes away. */
export function chosenCustomers(engine: Engine, dataset: Dataset): Promise<Sql> {
  return scoredCustomers(engine, dataset, sql`SELECT customer_no FROM derived_chosen`);
}

/** The rows of the file that were set aside, as they were read, with the number of the row and the step that did it. */
export function setAsideRows(): Sql {
  return sql`SELECT c.row_no, c.set_aside AS reason, r.* FROM raw AS r JOIN clean AS c ON c.row_no = r.rowid + 1
    WHERE c.set_aside IS NOT NULL ORDER BY c.row_no`;
}
