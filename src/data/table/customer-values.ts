import { joined, name, sql, type Sql } from "../sql";
import type { Measure } from "../../view/feature";
import type { FeatureMeaning } from "./feature-meaning";

/** The feature's place gives it its name in a statement. */
export const featureAlias = (place: number): Sql => name(`f${place}`);

const DAY_US: Sql = { text: "86400e6", values: [] };

/**
 * One row per customer of the view `customers`, not in order: customer_no, then f0, f1 … as DOUBLE, or VARCHAR for words; NULL
 * where there is no value. A sum over nothing is missing, not zero.
 */
export function customerValues(features: readonly FeatureMeaning[], repeated: boolean): Sql {
  const places = features.map((feature, place) => ({ feature, place }));
  const fromRows = places.filter(({ feature }) => feature.spec.source.from !== "metric");
  const ranked = repeated ? fromRows.filter(({ feature }) => isRanked(feature.spec.measure)) : [];
  const plain = fromRows.filter((one) => !ranked.includes(one));
  const items = features.map((feature, place) =>
    feature.spec.source.from === "metric"
      ? sql`CAST(c.${name(feature.spec.source.column)} AS DOUBLE) AS ${featureAlias(place)}`
      : featureAlias(place),
  );
  const rowItems = plain.map(({ feature, place }) => sql`${plainValue(feature, repeated)} AS ${featureAlias(place)}`);
  const grouped = repeated ? sql`GROUP BY customer_no` : sql``;
  const joins = [
    ...(plain.length === 0 ? [] : [sql`(SELECT ${joined([sql`customer_no`, ...rowItems])} FROM "rows" ${grouped})`]),
    ...ranked.map(({ feature, place }) => mostFrequent(feature, place)),
  ].map((table) => sql`LEFT JOIN ${table} USING (customer_no)`);
  return sql`SELECT ${joined([sql`customer_no`, ...items])} FROM customers AS c ${joined(joins, " ")}`;
}

const isRanked = (measure: Measure): boolean => measure === "mode" || measure === "hour" || measure === "weekday";

function plainValue({ spec, column, words }: FeatureMeaning, repeated: boolean): Sql {
  if (column === null) return repeated ? sql`CAST(count(*) AS DOUBLE)` : sql`CAST(1 AS DOUBLE)`;
  const cell = name(column.id);
  const value = column.kind === "moment" ? momentMeasure(cell, spec.measure, repeated) : undefined;
  const found = value ?? (repeated ? aggregate(cell, spec.measure) : ofOne(cell, spec.measure));
  return words ? found : sql`CAST(${found} AS DOUBLE)`;
}

const AGGREGATES: Partial<Readonly<Record<Measure, (cell: Sql) => Sql>>> = {
  sum: (cell) => sql`sum(${cell})`,
  mean: (cell) => sql`avg(${cell})`,
  "truth-share": (cell) => sql`avg(${cell})`,
  median: (cell) => sql`quantile_cont(${cell}, 0.5)`,
  min: (cell) => sql`min(${cell})`,
  max: (cell) => sql`max(${cell})`,
  sd: (cell) => sql`stddev_samp(${cell})`,
  count: (cell) => sql`count(${cell})`,
  distinct: (cell) => sql`count(DISTINCT ${cell})`,
};

/** A plain value of several rows is that of the first row that has one. */
const aggregate = (cell: Sql, measure: Measure): Sql => AGGREGATES[measure]?.(cell) ?? sql`arg_min(${cell}, row_no)`;

/** Where each customer has one row, nothing needs grouping. */
function ofOne(cell: Sql, measure: Measure): Sql {
  if (measure === "sd") return sql`NULL`;
  return measure === "count" || measure === "distinct" ? sql`${cell} IS NOT NULL` : cell;
}

function momentMeasure(cell: Sql, measure: Measure, repeated: boolean): Sql | undefined {
  const since = (own: Sql): Sql => sql`((SELECT epoch_us(max(${cell})) FROM "rows") - epoch_us(${own})) / ${DAY_US}`;
  if (measure === "recency-days") return since(repeated ? sql`max(${cell})` : cell);
  if (measure === "age-days") return since(repeated ? sql`min(${cell})` : cell);
  if (measure === "active-days")
    return repeated ? sql`count(DISTINCT CAST(${cell} AS DATE))` : sql`${cell} IS NOT NULL`;
  if (measure === "value") return sql`epoch_us(${repeated ? sql`arg_min(${cell}, row_no)` : cell}) / ${DAY_US}`;
  return measure === "hour" || measure === "weekday" ? clock(cell, measure) : undefined;
}

const clock = (cell: Sql, measure: Measure): Sql => (measure === "hour" ? sql`hour(${cell})` : sql`isodow(${cell})`);

/** The most frequent value of each customer; ties go to the first in order: alphabetical, the smallest, the earliest. */
function mostFrequent({ spec, column, words }: FeatureMeaning, place: number): Sql {
  const cell = name(column?.id ?? "");
  const value = spec.measure === "mode" ? cell : clock(cell, spec.measure);
  const typed = words ? value : sql`CAST(${value} AS DOUBLE)`;
  return sql`(SELECT customer_no, v AS ${featureAlias(place)} FROM (
      SELECT customer_no, v, row_number() OVER (PARTITION BY customer_no ORDER BY n DESC, v) AS place
      FROM (SELECT customer_no, ${typed} AS v, count(*) AS n FROM "rows" WHERE ${cell} IS NOT NULL GROUP BY ALL)
    ) WHERE place = 1)`;
}
