import { texts, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { readRfm, type RfmCustomers } from "../../../../src/data/table/rfm-read";
import type { RfmRoles } from "../../../../src/data/table/rfm-roles";
import { RFM_BINS, rfmCuts, rfmScores } from "../../../../src/data/table/rfm-scores";
import { RFM_OTHERS, RFM_SEGMENTS, rfmSegments } from "../../../../src/data/table/rfm-segments";
import type { AnyTable } from "./table-of";

/** The columns of a web shop's invoice lines. */
export const SHOP_ROLES: RfmRoles = {
  recency: { from: "moment", label: "InvoiceDate" },
  frequency: { from: "distinct", label: "InvoiceNo" },
  money: { from: "product", quantity: "Quantity", price: "UnitPrice" },
  returns: "left-out",
  analysisDate: null,
};

/** Recency, frequency and money by the real engine. */
export const readIn = (engine: Engine, { columns }: AnyTable, roles: RfmRoles): Promise<RfmCustomers> =>
  readRfm((statement) => engine.query(statement), roles, columns);

/** Days, orders and money by customer. */
export async function byCustomer(
  engine: Engine,
  { customerNo, recency, frequency, money }: RfmCustomers,
): Promise<Readonly<Record<string, readonly (number | undefined)[]>>> {
  const all = texts(await engine.query(sql`SELECT customer FROM customers ORDER BY customer_no`), "customer");
  return Object.fromEntries(Array.from(customerNo, (no, i) => [all[no] ?? "", [recency[i], frequency[i], money[i]]]));
}

/** Customers, orders and money of each segment that has customers. */
export function sizesOf(found: RfmCustomers): Readonly<Record<string, readonly number[]>> {
  const places = rfmSegments(rfmScores(found, rfmCuts(found, RFM_BINS)), RFM_SEGMENTS);
  const sizes: Record<string, [number, number, number]> = {};
  places.forEach((place, i) => {
    const line = (sizes[RFM_SEGMENTS[place]?.name ?? RFM_OTHERS] ??= [0, 0, 0]);
    line[0]++;
    line[1] += found.frequency[i] ?? NaN;
    line[2] += found.money[i] ?? NaN;
  });
  return sizes;
}
