import type { Dataset } from "../dataset";
import { RoleError } from "../user-error";
import { listed } from "./wording";
import { columnOf, type RawColumn, type RawTable } from "./raw-table";

/** What one customer of the file is, and the column that tells them apart; null where every row is one. */
export interface CustomerUnit {
  readonly unit: Dataset["unit"];
  readonly column: RawColumn | null;
}

const AMOUNT =
  /^(?:start|start-ms|end|end-ms|duration|download|upload|traffic|rtt|rtt-dl|rtt-ul|throughput|throughput-dl|throughput-ul|tcp|tcp-dl|tcp-ul|app(?:-dl|-ul)?:.*)$/su;
const NETWORK = /^(?:session|sessions|handset|maker)$/u;

/**
 * The column that is the customer; without one, each session of a table without the times and amounts of sessions, or else each
 * row of a table that has nothing to do with sessions. Throws a RoleError for sessions that name nobody: they must not be
 * taken for customers.
 */
export function customerUnit(raw: RawTable): CustomerUnit {
  const customer = columnOf(raw, "customer");
  if (customer !== null) return { unit: "customer", column: customer };
  const session = columnOf(raw, "session");
  const measured = raw.played.filter(({ role }) => AMOUNT.test(role));
  if (session !== null && measured.length === 0) return { unit: "session", column: session };
  const known = raw.played.filter(({ role }) => AMOUNT.test(role) || NETWORK.test(role));
  if (known.length === 0) return { unit: "row", column: null };
  throw new RoleError("No column of this file is known to be the customer.", advice(known));
}

/** A survey's time stamp or a movie's duration may look like a session's. */
function advice(known: readonly RawColumn[]): string {
  const columns = listed(known.map(({ name }) => `“${name}”`));
  return `Choose which column names the customer, on the data page. If every row is a customer of its own, give ${columns} no role.`;
}
