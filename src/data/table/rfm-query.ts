import { joined, name, sql, type Sql } from "../sql";
import { UserError } from "../user-error";
import type { RfmFrequency, RfmMoney, RfmRecency, RfmRoles } from "./rfm-roles";
import type { TableColumn } from "./table-column";

const DAY = 86_400_000;

/**
 * One row for each customer of the view `rows`, in the order of customer_no: customer_no, recency_days (whole days), frequency,
 * money, all DOUBLE; NULL or 0 where no row of the customer counts. UserError where a column is not there or not of the kind.
 */
export function rfmQuery(roles: RfmRoles, columns: readonly TableColumn[]): Sql {
  const days =
    roles.recency.from === "days"
      ? sql`min(recency) FILTER (is_order)`
      : sql`floor((any_value(seen_from) - max(recency) FILTER (is_order)) / ${DAY})`;
  const money = roles.returns === "left-out" ? sql`is_order` : sql`NOT is_later`;
  return sql`WITH ${orderLines(roles, columns)}
    SELECT customer_no, ${days} AS recency_days, ${orders(roles.frequency)} AS frequency,
      CAST(sum(amount) FILTER (${money}) AS DOUBLE) AS money
    FROM order_lines GROUP BY customer_no ORDER BY customer_no`;
}

/** One row about all of them: what does not count, and from when recency is told (ms since 1970 UTC; NULL for days given). */
export function rfmAccountQuery(roles: RfmRoles, columns: readonly TableColumn[]): Sql {
  return sql`WITH ${orderLines(roles, columns)}
    SELECT any_value(seen_from) AS seen_from,
      ${joined([
        counted(sql`true`, "lines"),
        counted(sql`is_return`, "returns"),
        counted(sql`is_later`, "later"),
        counted(sql`is_order AND recency IS NULL`, "undated"),
        counted(sql`is_order AND amount IS NULL`, "unpriced"),
      ])},
      CAST(coalesce(sum(amount) FILTER (is_return), 0) AS DOUBLE) AS return_money
    FROM order_lines`;
}

const counted = (which: Sql, as: string): Sql => sql`CAST(count(*) FILTER (${which}) AS DOUBLE) AS ${name(as)}`;

/**
 * The rows with what they say: moments as ms since 1970. A row is later than the analysis date, or a return, or (part of) an
 * order.
 */
function orderLines(roles: RfmRoles, columns: readonly TableColumn[]): Sql {
  const column: ColumnOf = (label, needed) => idOf(columns, label, needed);
  const { amount, negative } = moneyOf(roles.money, column);
  const date = roles.recency.from === "days" ? null : roles.analysisDate;
  const later = date === null ? sql`false` : sql`coalesce(recency > ${date}, false)`;
  return sql`read_lines AS (
      SELECT customer_no, ${recencyOf(roles.recency, column)} AS recency, ${frequencyOf(roles.frequency, column)} AS counts_by,
        ${amount} AS amount, coalesce(${negative}, false) AS is_negative FROM rows),
    order_lines AS (
      SELECT customer_no, recency, counts_by, amount, ${seenFrom(roles)} AS seen_from, ${later} AS is_later,
        is_negative AND NOT ${later} AS is_return, NOT is_negative AND NOT ${later} AS is_order FROM read_lines)`;
}

function seenFrom({ recency, analysisDate }: RfmRoles): Sql {
  if (recency.from === "days") return sql`CAST(NULL AS DOUBLE)`;
  return analysisDate === null ? sql`max(recency) OVER () + ${DAY}` : sql`CAST(${analysisDate} AS DOUBLE)`;
}

/** What a column must hold, and how that is said. */
interface Needed {
  readonly kinds: readonly TableColumn["kind"][];
  readonly says: string;
}

type ColumnOf = (label: string, needed: Needed) => Sql;

const NUMBERS: Needed = { kinds: ["number", "integer"], says: "numbers" };
const MOMENTS: Needed = { kinds: ["moment"], says: "times" };
const VALUES: Needed = { kinds: ["id", "category", "integer", "number", "truth", "moment"], says: "any value" };

const recencyOf = (recency: RfmRecency, column: ColumnOf): Sql =>
  recency.from === "days"
    ? column(recency.label, NUMBERS)
    : sql`CAST(epoch_ms(${column(recency.label, MOMENTS)}) AS DOUBLE)`;

function frequencyOf(frequency: RfmFrequency, column: ColumnOf): Sql {
  if (frequency.from === "rows") return sql`1`;
  return frequency.from === "sum" ? column(frequency.label, NUMBERS) : column(frequency.label, VALUES);
}

function orders({ from }: RfmFrequency): Sql {
  if (from === "sum") return sql`CAST(coalesce(sum(counts_by) FILTER (is_order), 0) AS DOUBLE)`;
  return from === "rows"
    ? sql`CAST(count(*) FILTER (is_order) AS DOUBLE)`
    : sql`CAST(count(DISTINCT counts_by) FILTER (is_order) AS DOUBLE)`;
}

function moneyOf(money: RfmMoney, column: ColumnOf): { readonly amount: Sql; readonly negative: Sql } {
  if (money.from === "sum") {
    const amount = column(money.label, NUMBERS);
    return { amount, negative: sql`${amount} < 0` };
  }
  const quantity = column(money.quantity, NUMBERS);
  const price = column(money.price, NUMBERS);
  return { amount: sql`${quantity} * ${price}`, negative: sql`(${quantity} < 0 OR ${quantity} * ${price} < 0)` };
}

function idOf(columns: readonly TableColumn[], label: string, { kinds, says }: Needed): Sql {
  const next = "Choose another column in the settings.";
  const found = columns.find((column) => column.label === label);
  if (found === undefined) throw new UserError(`This file has no column “${label}”.`, next);
  if (!kinds.includes(found.kind)) throw new UserError(`The column “${label}” does not hold ${says}.`, next);
  return name(found.id);
}
