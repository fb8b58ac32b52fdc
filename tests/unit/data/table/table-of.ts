import type { Clean } from "../../../../src/data/clean/build-clean";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import type { RowFilters } from "../../../../src/data/customers/row-filters";
import type { Dataset } from "../../../../src/data/dataset";
import type { Engine } from "../../../../src/data/engine";
import type { StepId } from "../../../../src/data/ledger";
import { profileColumn } from "../../../../src/data/profile-column";
import type { FeatureBasis } from "../../../../src/data/table/feature-meaning";
import { writeRowsView } from "../../../../src/data/table/rows-view";
import { tableColumns, type TableColumn } from "../../../../src/data/table/table-column";
import { clean, type Raw } from "../clean/raw-of";

export const ALL: RowFilters = { makers: [], handsets: [], locations: [], apps: [], from: null, to: null };

export interface AnyTable {
  readonly clean: Clean;
  readonly dataset: Dataset;
  readonly columns: readonly TableColumn[];
}

/** The whole way from `raw` to the views `customers` and `rows`. */
export async function tableOf(engine: Engine, raw: Raw, ...stepsOff: StepId[]): Promise<AnyTable> {
  const cleaned = await clean(engine, raw, ...stepsOff);
  const dataset = await applyFilters(engine, cleaned, ALL);
  const labels = raw.load.columns.map(({ name }) => name);
  const profiles = new Map(
    await Promise.all(
      raw.load.columns.map(async ({ name, type }) => [name, await profileColumn(engine, "raw", name, type)] as const),
    ),
  );
  const columns = tableColumns(profiles, raw.load.columns, raw.roles);
  await writeRowsView(engine, [{ table: "raw", columns: labels }], columns, new Set(stepsOff));
  return { clean: cleaned, dataset, columns };
}

/** What features of it are made from. */
export const basisOf = ({ clean: { repeated }, dataset, columns }: AnyTable): FeatureBasis => ({
  columns,
  repeated,
  dataset,
});

export function columnCalled(columns: readonly TableColumn[], label: string): TableColumn {
  const found = columns.find((column) => column.label === label);
  if (found === undefined) throw new Error(`There is no column “${label}”.`);
  return found;
}
