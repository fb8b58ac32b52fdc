import { numbers, texts, type Engine } from "../engine";
import { sql } from "../sql";

/** A customer by its number without a filter on segments, with the key that the file gives. */
export interface Found {
  readonly customerNo: number;
  readonly key: string;
}

const MOST = 10;

/** Customers whose key is exactly this text, else those whose key begins with it, in alphabetical order; at most ten. */
export async function findCustomers(engine: Engine, text: string): Promise<readonly Found[]> {
  const wanted = text.trim();
  if (wanted === "") return [];
  const answer = await engine.query(sql`
    SELECT CAST(customer_no AS DOUBLE) AS customer_no, customer FROM base_customers
    WHERE starts_with(customer, ${wanted}) ORDER BY customer <> ${wanted}, customer LIMIT ${MOST}`);
  const keys = texts(answer, "customer");
  const found = Array.from(numbers(answer, "customer_no"), (customerNo, at) => ({ customerNo, key: keys[at] ?? "" }));
  return found[0]?.key === wanted ? found.slice(0, 1) : found;
}
