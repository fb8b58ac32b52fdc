import { constant, joined, name, sql, type Sql } from "../sql";

/**
 * Quantiles of a column as columns of these names, DOUBLE, linear between order statistics (type 7, numpy's default), NULL
 * where there is no value. One aggregate finds them all: one for each would gather and order the values as often.
 * Throws a RangeError if `value` has bound values, as those would make it several.
 */
export function quantiles(value: Sql, shares: Readonly<Record<string, number>>): Sql {
  if (value.values.length > 0) throw new RangeError("Quantiles are of a column, or of an expression without values.");
  const list = joined(Object.values(shares).map(constant));
  const columns = Object.keys(shares).map(
    (label, at) => sql`CAST((quantile_cont(${value}, [${list}]))[${constant(at + 1)}] AS DOUBLE) AS ${name(label)}`,
  );
  return joined(columns);
}
