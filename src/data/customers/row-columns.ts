import type { Clean } from "../clean/build-clean";
import { sumPresent } from "../clean/traffic";
import { name, sql, type Sql } from "../sql";
import type { RowFilters } from "./row-filters";

/** traffic_bytes of a row: of the chosen applications, if any were chosen. */
export function trafficOf(clean: Clean, filters: Pick<RowFilters, "apps">): Sql {
  const chosen = chosenApps(clean, filters);
  return chosen.length === 0 ? name("traffic_bytes") : sumPresent(chosen.map(({ column }) => name(column)));
}

/** The applications that the filter names and the data has. */
export const chosenApps = (clean: Clean, filters: Pick<RowFilters, "apps">): Clean["apps"] =>
  clean.apps.filter(({ label }) => filters.apps.includes(label));

/** Every numeric column of a row under its canonical name. */
export function rowColumns(clean: Clean, filters: Pick<RowFilters, "apps">): readonly Sql[] {
  const times = clean.hasTime ? [name("started")] : [];
  const metrics = clean.metrics
    .filter(({ column }) => clean.grain === "customer" || column !== "sessions")
    .map(({ column }) =>
      column === "traffic_bytes" ? sql`${trafficOf(clean, filters)} AS traffic_bytes` : name(column),
    );
  return [...times, ...metrics, ...clean.apps.map(({ column }) => name(column))];
}
