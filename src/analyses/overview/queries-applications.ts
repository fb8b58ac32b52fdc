import type { Application } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";
import { binOf } from "../../data/sql/equal-bins";

/** Pearson correlation of every pair, as columns c_<i>_<j> with i < j, and the number of customers. */
export function correlationsQuery(apps: readonly Application[]): Sql {
  const pairs = apps.flatMap((left, i) =>
    apps
      .slice(i + 1)
      .map(
        (right, offset) =>
          sql`CAST(corr(${name(left.column)}, ${name(right.column)}) AS DOUBLE) AS ${name(`c_${i}_${i + 1 + offset}`)}`,
      ),
  );
  return sql`SELECT CAST(COUNT(*) AS DOUBLE) AS n, ${joined(pairs)} FROM customers`;
}

/** The applications' bytes of every customer, in the order of customer_no. */
export function appColumnsQuery(apps: readonly Application[]): Sql {
  const columns = apps.map((app) => sql`CAST(${name(app.column)} AS DOUBLE) AS ${name(app.column)}`);
  const statement = sql`SELECT customer_no, ${joined(columns)} FROM customers ORDER BY customer_no`;
  return { ...statement, slicedBy: "customer_no" };
}

/** Per application (by number): correlation with total traffic, least-squares line, 99th percentiles of both. */
export function linksQuery(apps: readonly Application[]): Sql {
  const high = sql`WITH high AS MATERIALIZED (SELECT CAST(quantile_cont(traffic_bytes, 0.99) AS DOUBLE) AS traffic FROM customers)`;
  const rows = apps.map((app, index) => {
    const x = name(app.column);
    return sql`SELECT ${index}::DOUBLE AS app, CAST(corr(traffic_bytes, ${x}) AS DOUBLE) AS correlation,
  CAST(regr_slope(traffic_bytes, ${x}) AS DOUBLE) AS slope, CAST(regr_intercept(traffic_bytes, ${x}) AS DOUBLE) AS intercept,
  CAST(quantile_cont(${x}, 0.99) AS DOUBLE) AS x_high, (SELECT traffic FROM high) AS y_high FROM customers`;
  });
  return sql`${high} ${joined(rows, " UNION ALL ")} ORDER BY app`;
}

/** Where the grid of an application against total traffic ends: both axes start at zero. */
export interface Grid {
  readonly app: Application;
  readonly index: number;
  readonly xHigh: number;
  readonly yHigh: number;
  readonly columns: number;
  readonly rows: number;
}

/** Customers per cell; what lies beyond an end is counted in the last cell. */
export function gridsQuery(grids: readonly Grid[]): Sql {
  return joined(grids.map(gridQuery), " UNION ALL ");
}

function gridQuery(grid: Grid): Sql {
  const cell = (column: Sql, high: number, count: number): Sql => binOf(sql`(${column} / ${high} * ${count})`, count);
  return sql`SELECT ${grid.index}::DOUBLE AS app, ${cell(name(grid.app.column), grid.xHigh, grid.columns)} AS x,
  ${cell(sql`traffic_bytes`, grid.yHigh, grid.rows)} AS y, CAST(COUNT(*) AS DOUBLE) AS customers
FROM customers WHERE ${name(grid.app.column)} IS NOT NULL AND traffic_bytes IS NOT NULL GROUP BY 1, 2, 3`;
}
