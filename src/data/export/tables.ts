import type { Dataset } from "../dataset";
import { areKept } from "../customers/kept-segments";
import { derivedTables } from "../derive";
import type { Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";

/**
 * Every customer with its metrics, applications under their own names, and each derived score and cluster that exists.
 * A customer without a score has NULL there, never zero.
 */
export async function scoredCustomers(engine: Engine, dataset: Dataset): Promise<Sql> {
  const joins = (await derivedTables(engine)).map((table) => sql`LEFT JOIN ${name(table)} USING (customer_no)`);
  const plain = plainCustomers(dataset, sql`customers`);
  return sql`SELECT * EXCLUDE (customer_no) FROM (SELECT * FROM ${plain} ${joined(joins, " ")} ORDER BY customer_no)`;
}

/**
 * The same of some customers only, whether or not a filter on segments leaves them in the tables; where it does not, they
 * have no scores. Reads the table `chosen` (base_no), the customers by their numbers before that filter.
 */
export async function chosenCustomers(engine: Engine, dataset: Dataset): Promise<Sql> {
  const scores = (await derivedTables(engine)).filter((table) => table !== "derived_segments");
  const joins = [
    ...scores.map((table) => sql`LEFT JOIN ${name(table)} USING (customer_no)`),
    ...((await areKept(engine)) ? [sql`LEFT JOIN kept_segments USING (customer_id)`] : []),
  ];
  const plain = plainCustomers(dataset, sql`base_customers`);
  const picked = sql`(SELECT c.* EXCLUDE (customer_no), n.customer_id, n.base_no, n.customer_no
    FROM ${plain} AS c JOIN customer_numbers AS n ON n.base_no = c.customer_no
    WHERE n.base_no IN (SELECT base_no FROM chosen))`;
  return sql`SELECT * EXCLUDE (customer_id, base_no, customer_no)
    FROM (SELECT * FROM ${picked} ${joined(joins, " ")} ORDER BY base_no)`;
}

/** Customers with their applications under their own names. */
function plainCustomers({ apps }: Dataset, from: Sql): Sql {
  if (apps.length === 0) return from;
  const own = apps.map(({ column, label }) => sql`${name(column)} AS ${name(`${label} (bytes)`)}`);
  return sql`(SELECT * EXCLUDE (${joined(apps.map(({ column }) => name(column)))}), ${joined(own)} FROM ${from})`;
}

/** The rows of the file that were set aside, as they were read, with the number of the row and the step that did it. */
export function setAsideRows(): Sql {
  return sql`SELECT c.row_no, c.set_aside AS reason, r.* FROM raw AS r JOIN clean AS c ON c.row_no = r.rowid + 1
    WHERE c.set_aside IS NOT NULL ORDER BY c.row_no`;
}
