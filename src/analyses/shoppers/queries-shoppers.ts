import { wordsOf } from "../../behaviour/queries-source";
import { staysOf } from "../../behaviour/queries-stays";
import type { PathTables } from "../../behaviour/recipe";
import { constant, joined, name, sql, type Sql } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import type { EventKinds, EventSet } from "./event-kinds";
import type { Unit } from "./features";

/** What the features are made from. */
export interface FeatureSource {
  readonly tables: PathTables;
  /** Times say how long events took. */
  readonly dwell: boolean;
  readonly unit: Unit;
  readonly kinds: EventKinds;
  readonly price: TableColumn | null;
  readonly thing: TableColumn | null;
}

/**
 * One row per customer or visit, by number: unit_no, customer_no and every feature under its key, NULL where it is not known.
 * Days are of 86,400 seconds, up to the last event of the log; days between visits are those from each day with a visit to the
 * next such day.
 */
export function featuresQuery(source: FeatureSource): Sql {
  const { tables, unit } = source;
  const between =
    unit === "visit"
      ? sql``
      : sql`, days AS (SELECT unit_no, median(gap) AS days_between FROM (
  SELECT customer_no AS unit_no, day - lag(day) OVER (PARTITION BY customer_no ORDER BY day) AS gap
  FROM (SELECT DISTINCT customer_no, CAST(started AS DATE) AS day FROM ${name(tables.visits)} WHERE started IS NOT NULL)) GROUP BY 1)`;
  return sql`WITH ${eventsOf(source)}, ${marksOf(source)}, ${totalsOf(source)}, ${visitsOf(source)}${between}
SELECT CAST(unit_no AS DOUBLE) AS unit_no, CAST(customer_no AS DOUBLE) AS customer_no, ${joined(columnsOf(source))}
FROM totals JOIN stays USING (unit_no) ${unit === "visit" ? sql`` : sql`LEFT JOIN days USING (unit_no)`} ORDER BY unit_no`;
}

const keyOf = (unit: Unit): Sql => (unit === "visit" ? sql`path_no` : sql`customer_no`);

/** Events with what the file says of them beside. */
function eventsOf({ tables, dwell, price, thing }: FeatureSource): Sql {
  const beside = [
    ...(price === null ? [] : [sql`, CASE WHEN r.${name(price.id)} > 0 THEN r.${name(price.id)} END AS price`]),
    ...(thing === null ? [] : [sql`, hash(${wordsOf(thing)}) AS thing, r.${name(thing.id)} IS NOT NULL AS named`]),
  ];
  const rows = beside.length === 0 ? sql`` : sql`JOIN "rows" AS r USING (row_no)`;
  return sql`e AS (SELECT e.customer_no, e.path_no, e.step, e.event_no, e.dwell_s, e.amount ${joined(beside, " ")}
  FROM (${staysOf(tables, dwell)}) AS e ${rows})`;
}

/** Per visit: the step at which something first came into the cart, and the last at which something was bought. */
function marksOf({ kinds }: FeatureSource): Sql {
  const [cart, buy] = [leftBehind(kinds), among(kinds.buy)];
  return sql`marks AS (SELECT path_no, min(CASE WHEN ${cart} THEN step END) AS cart, max(CASE WHEN ${buy} THEN step END) AS buy
  FROM e WHERE ${cart} OR ${buy} GROUP BY 1)`;
}

const leftBehind = ({ cart, checkout }: EventKinds): Sql => sql`(${among(cart)} OR ${among(checkout)})`;

function totalsOf({ unit, kinds, price, thing }: FeatureSource): Sql {
  const share = (set: EventSet): Sql => sql`avg(CASE WHEN ${among(set)} THEN 1.0 ELSE 0.0 END)`;
  const paid = kinds.buy === null ? sql`true` : among(kinds.buy);
  return sql`totals AS (SELECT ${keyOf(unit)} AS unit_no, any_value(customer_no) AS customer_no, count(*) AS events,
  count(DISTINCT event_no) AS "distinct", ${thing === null ? sql`NULL` : sql`count(DISTINCT CASE WHEN named THEN thing END)`} AS things,
  ${share(kinds.view)} AS views, ${share(kinds.cart)} AS carts, ${share(kinds.checkout)} AS checkouts, ${share(kinds.buy)} AS buys,
  coalesce(sum(CASE WHEN ${paid} THEN amount END), 0) AS money,
  ${price === null ? sql`NULL AS price, NULL AS priced` : sql`avg(price) / (SELECT avg(price) FROM e) AS price, count(price) AS priced`},
  median(dwell_s) AS stay FROM e GROUP BY 1)`;
}

function visitsOf({ tables, unit }: FeatureSource): Sql {
  const until = sql`(SELECT max(ended) FROM ${name(tables.visits)})`;
  const days = (from: Sql, to: Sql): Sql => sql`(epoch_us(${to}) - epoch_us(${from})) / 86.4e9`;
  const before = sql`lag(started) OVER (PARTITION BY customer_no ORDER BY path_no)`;
  return sql`stays AS (SELECT ${keyOf(unit)} AS unit_no, count(*) AS visits, max(visit) AS visit_no,
  sum(events) / count(*) AS events_per_visit, avg(CASE WHEN events = 1 THEN 1.0 ELSE 0.0 END) AS bounces,
  ${days(sql`min(started)`, until)} AS first_days, ${days(sql`max(ended)`, until)} AS last_days, max(since) AS since_last,
  count(*) FILTER (WHERE buy IS NOT NULL) AS purchases,
  count(*) FILTER (WHERE cart IS NOT NULL AND coalesce(buy < cart, true)) AS abandoned
FROM (SELECT v.customer_no, v.path_no, v.visit, v.events, v.started, v.ended, m.cart, m.buy, ${days(before, sql`started`)} AS since
  FROM ${name(tables.visits)} AS v LEFT JOIN marks AS m USING (path_no)) GROUP BY 1)`;
}

/** Keys of features that the statement above gives, in any order. */
const KEYS = [
  ...[
    "visits",
    "visit_no",
    "events",
    "events_per_visit",
    "bounces",
    "first_days",
    "last_days",
    "since_last",
    "distinct",
  ],
  ...["things", "views", "carts", "checkouts", "buys", "purchases", "abandoned", "money", "price", "priced", "stay"],
];

const columnsOf = ({ unit }: FeatureSource): readonly Sql[] =>
  [...KEYS, ...(unit === "visit" ? [] : ["days_between"])].map(
    (key) => sql`CAST(${name(key)} AS DOUBLE) AS ${name(key)}`,
  );

/** Whether an event is of a set. */
function among(set: EventSet): Sql {
  if (set === null) return sql`false`;
  if (set === "every") return sql`true`;
  return sql`event_no IN (${joined(set.map((number) => constant(number)))})`;
}
