import type { Clean } from "../clean/build-clean";
import type { Dataset } from "../dataset";
import { forgetDerived } from "../derive";
import { single, type Engine } from "../engine";
import { joined, sql } from "../sql";
import { countRows } from "./apply-filters";
import { numberSegments, type KeptSegments } from "./kept-segments";
import { rowConditions, type RowFilters } from "./row-filters";
import { writeViews } from "./table-views";

/** Segments to keep, and the version of who is in them. */
export interface Among extends Pick<KeptSegments, "version"> {
  readonly segments: readonly number[];
}

/**
 * Leaves in the tables that `applyFilters` made only the customers of these segments, numbered 0 … n−1 in the same order;
 * null leaves everybody. Takes the derived tables away, whose customers had other numbers, but for the segments themselves.
 */
export async function narrowCustomers(
  engine: Engine,
  clean: Clean,
  filters: RowFilters,
  base: Dataset,
  among: Among | null,
): Promise<Dataset> {
  const filtered = rowConditions(clean, filters).length > 0;
  await forgetDerived(engine);
  if (among !== null) await engine.query(membersOf(among.segments));
  await writeViews(engine, clean, filters, { filtered, narrowed: among !== null });
  await numberSegments(engine);
  if (among === null) return base;
  const members = await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM narrowed_customers`);
  const rows = sql`(SELECT c.* FROM clean AS c JOIN kept_rows AS k USING (row_no))`;
  const counts = await countRows(engine, clean, rows, single(members, "n"));
  return { ...base, counts, version: versionAmong(base, among) };
}

/** The version of the tables once they are narrowed so. */
export function versionAmong(base: Dataset, among: Among | null): string {
  return among === null ? base.version : `${base.version}:${among.segments.join(",")}:${among.version}`;
}

const membersOf = (segments: readonly number[]) => sql`
  CREATE OR REPLACE TABLE narrowed_customers AS
  SELECT customer_id, base_no, CAST(row_number() OVER (ORDER BY base_no) - 1 AS INTEGER) AS customer_no
  FROM base_numbers JOIN kept_segments USING (customer_id)
  WHERE segment IN (${joined(segments.map((segment) => sql`${segment}`))})`;
