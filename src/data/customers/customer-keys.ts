import { numbers, texts, type Engine } from "../engine";
import { joined, sql } from "../sql";

/** What the file calls these customers, in their order; they are given by their numbers without a filter on segments. */
export async function customerKeys(engine: Engine, customerNo: readonly number[]): Promise<readonly string[]> {
  if (customerNo.length === 0) return [];
  const answer = await engine.query(sql`
    SELECT CAST(customer_no AS DOUBLE) AS customer_no, customer FROM base_customers
    WHERE customer_no IN (${joined(customerNo.map((one) => sql`${one}`))})`);
  const keys = texts(answer, "customer");
  const keyOf = new Map(Array.from(numbers(answer, "customer_no"), (one, at) => [one, keys[at] ?? ""]));
  return customerNo.map((one) => keyOf.get(one) ?? "");
}
