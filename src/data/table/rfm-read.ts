import { numbers, single, type Answer } from "../engine";
import type { Sql } from "../sql";
import { UserError } from "../user-error";
import { rfmAccountQuery, rfmQuery } from "./rfm-query";
import type { RfmRoles } from "./rfm-roles";
import type { RfmMeasures } from "./rfm-scores";
import type { TableColumn } from "./table-column";

/** Customers with an order, ascending, and what is known of each. */
export interface RfmCustomers extends RfmMeasures {
  readonly customerNo: Int32Array;
  readonly account: RfmAccount;
  /** The statement that made it. */
  readonly statement: Sql;
}

/** What counted, and what did not. */
export interface RfmAccount {
  /** Ms since 1970 UTC; null where the file gives days. */
  readonly analysisDate: number | null;
  readonly rows: number;
  /** Rows with a negative quantity or amount, and their amounts together (not above zero). */
  readonly returns: number;
  readonly returnMoney: number;
  /** Rows after the analysis date. */
  readonly later: number;
  /** Rows of orders without a time, and without an amount: they count where they say something. */
  readonly undated: number;
  readonly unpriced: number;
  /** Customers without an order that counts, or of whom recency or money is not known: they have no scores. */
  readonly leftOut: number;
}

/**
 * Reads recency, frequency and money of every customer in the view `rows`. UserError where a column does not suit, or nobody
 * is left.
 */
export async function readRfm(
  query: (statement: Sql) => Promise<Answer>,
  roles: RfmRoles,
  columns: readonly TableColumn[],
): Promise<RfmCustomers> {
  const statement = rfmQuery(roles, columns);
  const [answer, account] = await Promise.all([query(statement), query(rfmAccountQuery(roles, columns))]);
  const [recency, frequency, money] = ["recency_days", "frequency", "money"].map((column) => numbers(answer, column));
  const known = Uint32Array.from(placesKnown(recency ?? NONE, frequency ?? NONE, money ?? NONE));
  if (known.length === 0)
    throw new UserError(
      "No customer has an order with a time and an amount.",
      "Choose other columns for recency, frequency and money, or a later analysis date.",
    );
  const taken = (column = NONE): Float64Array => Float64Array.from(known, (place) => column[place] as number);
  return {
    customerNo: new Int32Array(taken(numbers(answer, "customer_no"))),
    recency: taken(recency),
    frequency: taken(frequency),
    money: taken(money),
    account: accountOf(account, answer.rowCount - known.length),
    statement,
  };
}

const NONE: Float64Array = new Float64Array();

function* placesKnown(recency: Float64Array, frequency: Float64Array, money: Float64Array): Generator<number> {
  for (let i = 0; i < recency.length; i++)
    if ((frequency[i] as number) > 0 && Number.isFinite(recency[i]) && Number.isFinite(money[i])) yield i;
}

function accountOf(answer: Answer, leftOut: number): RfmAccount {
  const seenFrom = single(answer, "seen_from");
  return {
    analysisDate: Number.isNaN(seenFrom) ? null : seenFrom,
    rows: single(answer, "lines"),
    returns: single(answer, "returns"),
    returnMoney: single(answer, "return_money"),
    later: single(answer, "later"),
    undated: single(answer, "undated"),
    unpriced: single(answer, "unpriced"),
    leftOut,
  };
}
