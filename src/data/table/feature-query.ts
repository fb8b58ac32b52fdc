import { numbers, texts, type Answer } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { customerValues, featureAlias } from "./customer-values";
import type { FeatureMeaning } from "./feature-meaning";
import { levelOrder } from "./level-order";

/** More levels than this are put together as one, the rarest first. */
export const MOST_LEVELS = 30;
/** What the rest is called. */
export const OTHER = "(other)";

const MOST_ORDERED = 1000;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The levels of one feature as they stand in the table, in the order of their codes 0, 1 … */
export interface Levels {
  readonly written: readonly string[];
  /** As they are shown: days by name, and the rest last, if there is one. */
  readonly shown: readonly string[];
  /** Levels that are not told apart. */
  readonly capped: number;
}

/** True where the feature's numbers are codes of levels. */
export const isCoded = ({ spec }: FeatureMeaning): boolean =>
  spec.encoding === "one-hot" || spec.encoding === "ordinal";

/** The levels of one feature by the customers that have them, most frequent first, ties alphabetical; `levels` counts all. */
export const levelsQuery = (feature: FeatureMeaning, repeated: boolean): Sql => sql`
  SELECT level, CAST(count(*) OVER () AS DOUBLE) AS levels FROM (
    SELECT ${wordOf(feature, sql`f0`)} AS level, count(*) AS n FROM (${customerValues([feature], repeated)}) WHERE f0 IS NOT NULL GROUP BY 1
  ) ORDER BY n DESC, level LIMIT ${MOST_ORDERED}`;

/** The levels that the answer of `levelsQuery` gives a feature. */
export function readLevels({ spec }: FeatureMeaning, answer: Answer): Levels {
  const frequent = texts(answer, "level").flatMap((level) => (level === null ? [] : [level]));
  const all = numbers(answer, "levels")[0] ?? 0;
  const written =
    spec.encoding === "ordinal" ? levelOrder(frequent) : frequent.slice(0, all > MOST_LEVELS ? MOST_LEVELS : all);
  const shown = spec.measure === "weekday" ? written.map((day) => WEEKDAYS[Number(day) - 1] ?? day) : written;
  const rest = spec.encoding === "one-hot" && all > written.length;
  return { written, shown: rest ? [...shown, OTHER] : shown, capped: all - written.length };
}

/**
 * One row per customer in their order: customer_no, then f0, f1 …, all DOUBLE. Numbers as they are; frequencies as shares; codes
 * of levels by `levels`. NULL where there is no value.
 */
export function featureMatrixQuery(
  features: readonly FeatureMeaning[],
  levels: readonly (Levels | null)[],
  repeated: boolean,
): Sql {
  const items = features.map(
    (feature, place) => sql`${encoded(feature, place, levels[place] ?? null)} AS ${featureAlias(place)}`,
  );
  const joins = features.flatMap((feature, place) => {
    const { written } = levels[place] ?? { written: [] };
    if (!isCoded(feature) || written.length === 0) return [];
    const listed = joined(written.map((level, code) => sql`(CAST(${level} AS VARCHAR), CAST(${code} AS DOUBLE))`));
    const alias = listAlias(place);
    return [
      sql`LEFT JOIN (VALUES ${listed}) AS ${alias}(word, code) ON ${alias}.word = ${wordOf(feature, valueOf(place))}`,
    ];
  });
  return sql`SELECT ${joined([sql`p.customer_no AS customer_no`, ...items])}
    FROM (${customerValues(features, repeated)}) AS p ${joined(joins, " ")} ORDER BY p.customer_no`;
}

const listAlias = (place: number): Sql => name(`l${place}`);
const valueOf = (place: number): Sql => sql`p.${featureAlias(place)}`;

function encoded(feature: FeatureMeaning, place: number, levels: Levels | null): Sql {
  const value = valueOf(place);
  const code = (levels?.written.length ?? 0) === 0 ? sql`CAST(NULL AS DOUBLE)` : sql`${listAlias(place)}.code`;
  switch (feature.spec.encoding) {
    case "number":
      return value;
    case "ordinal":
      return code;
    case "one-hot":
      return sql`CASE WHEN ${value} IS NOT NULL THEN coalesce(${code}, CAST(${levels?.written.length ?? 0} AS DOUBLE)) END`;
    case "frequency":
      return sql`CASE WHEN ${value} IS NOT NULL THEN CAST(count(*) OVER (PARTITION BY ${value}) AS DOUBLE) / count(${value}) OVER () END`;
  }
}

/** The value as a level: a number without a needless fraction. */
function wordOf({ words }: FeatureMeaning, value: Sql): Sql {
  if (words) return value;
  return sql`CASE WHEN ${value} = trunc(${value}) AND abs(${value}) < 1e15 THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR) ELSE CAST(${value} AS VARCHAR) END`;
}
