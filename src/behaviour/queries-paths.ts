import { constant, joined, name, sql, type Sql } from "../data/sql";
import { maskOf } from "./queries-mask";
import { within, type Range } from "./ranges";
import type { PathRecipe, PathTables, VisitRule } from "./recipe";
import { extraColumns, MOST_EVENTS } from "./queries-source";

/** Rows of a customer in the order in which things happened, each with the number of its event. */
export function sortedRows(source: Sql, numbers: string, recipe: PathRecipe): Sql {
  const order = recipe.roles.order === null ? sql`` : sql`ord,`;
  return sql`SELECT s.* EXCLUDE (seen_no), n.event_no FROM (${source}) AS s JOIN ${name(numbers)} AS n USING (seen_no)
ORDER BY customer_no, "at", ${order} row_no`;
}

// A sorted table is read in its order by windows without one, which costs no further sorting.
const CUSTOMER_STARTS = sql`lag(customer_no) OVER () IS DISTINCT FROM customer_no`;

// A customer's event that comes less than 60 seconds after the one so many events before.
const RAPID = sql`other = customer_no AND epoch_us("at") - epoch_us(began) < 60000000`;

const eventsAgo = (rate: number): Sql => {
  const before = (column: Sql): Sql => sql`lag(${column}, ${constant(rate)}) OVER ()`;
  return sql`${before(sql`customer_no`)} AS other, ${before(sql`"at"`)} AS began`;
};

/**
 * What one look at the rows in their order shows: how many stand in another order in the file, how many events have no
 * number of their own, how many come too fast for a person, and how many at the same moment as the customer's one before.
 */
export function orderFactsQuery(sorted: string, rate: number): Sql {
  const counted = (rows: Sql): Sql => sql`CAST(count(*) FILTER (WHERE ${rows}) AS DOUBLE)`;
  return sql`SELECT ${counted(sql`same AND row_no < earlier_row`)} AS unordered, ${counted(sql`event_no = ${constant(MOST_EVENTS)}`)} AS other,
  ${counted(RAPID)} AS rapid, ${counted(sql`same AND "at" = earlier`)} AS together
FROM (SELECT customer_no, row_no, "at", event_no, coalesce(lag(customer_no) OVER () = customer_no, false) AS same,
  lag(row_no) OVER () AS earlier_row, lag("at") OVER () AS earlier, ${eventsAgo(rate)} FROM ${name(sorted)})`;
}

/** Customers with more than `rate` events within 60 seconds. */
export function botsQuery(sorted: string, rate: number): Sql {
  return sql`SELECT DISTINCT CAST(customer_no AS DOUBLE) AS customer_no
FROM (SELECT customer_no, "at", ${eventsAgo(rate)} FROM ${name(sorted)}) WHERE ${RAPID} ORDER BY 1`;
}

/** Rows of customers taken out. */
export function withoutCustomersQuery(sorted: string, customers: readonly number[]): Sql {
  return sql`DELETE FROM ${name(sorted)} WHERE customer_no IN (${joined(customers.map((one) => sql`${one}`))})`;
}

/** Rows that repeat an earlier one of the same customer, moment, visit and event. */
export function repeatedRows(sorted: string, recipe: PathRecipe): Sql {
  const visit = extraColumns(recipe).includes("path_key") ? sql`path_key,` : sql``;
  return sql`SELECT row_no FROM (
  SELECT row_no, row_number() OVER (PARTITION BY customer_no, "at", ${visit} event_no ORDER BY row_no) AS copy
  FROM (SELECT *, ${CUSTOMER_STARTS} AS starts, lag("at") OVER () AS earlier, lead("at") OVER () AS later FROM ${name(sorted)})
  WHERE "at" IS NOT NULL AND (earlier = "at" OR later = "at")) WHERE copy > 1`;
}

/** Stretches of rows with one visit's id, and different visits: as many where no visit is interrupted by another. */
export function stretchesQuery(sorted: string): Sql {
  return sql`SELECT CAST(count(*) FILTER (WHERE starts) AS DOUBLE) AS stretches,
  (SELECT CAST(count(*) AS DOUBLE) FROM (SELECT DISTINCT customer_no, path_key FROM ${name(sorted)})) AS visits
FROM (SELECT ${CUSTOMER_STARTS} OR lag(path_key) OVER () IS DISTINCT FROM path_key AS starts FROM ${name(sorted)})`;
}

/** The rows again, each visit's together and in its order: by customer, then by the visit's first event. */
export function byVisitRows(sorted: string, ordered: boolean): Sql {
  const within = ordered ? sql`ord, "at", row_no` : sql`place`;
  return sql`WITH placed AS (SELECT *, row_number() OVER () AS place FROM ${name(sorted)}),
visits AS (SELECT customer_no, path_key, min(place) AS first FROM placed GROUP BY ALL)
SELECT p.*, v.first FROM placed AS p JOIN visits AS v USING (customer_no, path_key)
ORDER BY customer_no, first, ${within}`;
}

/** The empty path table, made small as it grows unless it is `plain`; without money its amount is a NULL that takes no room. */
export function createEventsQuery(tables: PathTables, recipe: PathRecipe, plain: boolean): Sql {
  const amount = extraColumns(recipe).includes("amount") ? sql`` : sql`GENERATED ALWAYS AS (CAST(NULL AS DOUBLE))`;
  return sql`CREATE OR REPLACE ${plain ? sql`TEMP` : sql``} TABLE ${name(tables.events)} (customer_no INTEGER, path_no INTEGER, step INTEGER, place INTEGER,
  event_no SMALLINT, next_no SMALLINT, "at" TIMESTAMP, row_no INTEGER, amount DOUBLE ${amount})`;
}

/** Rows in the order of visits, at the end of the path table; `before` visits are there already. */
export function eventsQuery(tables: PathTables, rows: string, recipe: PathRecipe, options: EventOptions): Sql {
  const { placed, before } = options;
  const extra = extraColumns(recipe);
  const key = extra.includes("path_key") ? sql`, lag(path_key) OVER () AS last_key` : sql``;
  const [column, amount] = extra.includes("amount") ? [sql`, amount`, sql`, amount`] : [sql``, sql``];
  return sql`INSERT INTO ${name(tables.events)} (customer_no, path_no, step, place, event_no, next_no, "at", row_no ${column})
SELECT customer_no, CAST(path_no - 1 + ${constant(before)} AS INTEGER) AS path_no, CAST(pos - visit_began + 1 AS INTEGER) AS step,
  CAST(${placed ? sql`place - min(place) OVER (PARTITION BY customer_no)` : sql`pos - customer_began`} + 1 AS INTEGER) AS place,
  event_no, CASE WHEN NOT next_starts THEN next_event END AS next_no, "at", row_no ${amount}
FROM (SELECT *, count(CASE WHEN starts THEN 1 END) OVER (ROWS UNBOUNDED PRECEDING) AS path_no,
    max(CASE WHEN starts THEN pos END) OVER (ROWS UNBOUNDED PRECEDING) AS visit_began,
    max(CASE WHEN customer_starts THEN pos END) OVER (ROWS UNBOUNDED PRECEDING) AS customer_began,
    lead(starts) OVER () AS next_starts, lead(event_no) OVER () AS next_event
  FROM (SELECT *, customer_starts OR ${startOf(recipe.visits)} AS starts
    FROM (SELECT *, row_number() OVER () AS pos, ${CUSTOMER_STARTS} AS customer_starts, lag("at") OVER () AS last_at ${key}
      FROM ${name(rows)})))`;
}

export interface EventOptions {
  /** The rows say themselves which place of the customer they have. */
  readonly placed: boolean;
  readonly before: number;
}

function startOf(rule: VisitRule): Sql {
  switch (rule.by) {
    case "given":
      return sql`last_key IS DISTINCT FROM path_key`;
    case "gap":
      return sql`coalesce(epoch_us("at") - epoch_us(last_at) > ${constant(rule.minutes * 60_000_000)}, false)`;
    case "day":
      return sql`coalesce(date_trunc('day', "at") > date_trunc('day', last_at), false)`;
    case "customer":
      return sql`false`;
  }
}

/** One row per visit of those customers. */
export function visitsOf(tables: PathTables, customers: Range): Sql {
  return sql`SELECT path_no, customer_no, started, ended, events, entry_no, exit_no, amount, row_no, mask,
  CAST(pos - max(CASE WHEN starts THEN pos END) OVER (ROWS UNBOUNDED PRECEDING) + 1 AS INTEGER) AS visit
FROM (SELECT *, ${CUSTOMER_STARTS} AS starts, row_number() OVER () AS pos
  FROM (SELECT path_no, any_value(customer_no) AS customer_no, min("at") AS started, max("at") AS ended,
    CAST(count(*) AS DOUBLE) AS events, max(CASE WHEN step = 1 THEN event_no END) AS entry_no,
    max(CASE WHEN next_no IS NULL THEN event_no END) AS exit_no, sum(amount) AS amount,
    max(CASE WHEN step = 1 THEN row_no END) AS row_no, ${maskOf(sql`event_no`)} AS mask
    FROM ${name(tables.events)} WHERE ${within(sql`customer_no`, customers)} GROUP BY path_no ORDER BY path_no))`;
}

/** The events that count, by number. */
export function namesQuery(tables: PathTables, codes: string, other: string): Sql {
  return sql`CREATE OR REPLACE TABLE ${name(tables.names)} AS
SELECT n.event_no, coalesce(c.event, ${constant(other)}) AS event, n.n
FROM (SELECT event_no, CAST(count(*) AS DOUBLE) AS n FROM ${name(tables.events)} GROUP BY 1) AS n
LEFT JOIN ${name(codes)} AS c USING (event_no) ORDER BY 1`;
}
