import { computed, type ReadonlySignal } from "@preact/signals";
import type { DataTable } from "../charts/figure";
import type { Dataset } from "../data/dataset";
import type { Sql } from "../data/sql";
import { exportChanged, exportChosen, exportRejected, exportRows, exportTable, type ExportParts } from "./exports";

export type ExportFormat = "csv" | "parquet";

/** What can be taken along as a file. Everything rejects with a UserError where there is nothing to write. */
export interface Exports {
  customers(format: ExportFormat): Promise<Blob>;
  /** These customers only. */
  chosen(customerNo: Int32Array, format: ExportFormat): Promise<Blob>;
  setAside(format: ExportFormat): Promise<Blob>;
  /** Every row that could not be read: file, line, reason, exact text. */
  rejected(format: ExportFormat): Promise<Blob>;
  /** Something was changed: there is what `changed` writes. */
  readonly anyChanged: ReadonlySignal<boolean>;
  /** Every value that cleaning changed, and every line of a text that was mended: step, place, before, after. */
  changed(format: ExportFormat): Promise<Blob>;
  /** The table of a figure as Parquet. */
  table(table: DataTable): Promise<Blob>;
  /** JSON: fingerprint, recipe, versions, seeds, timings, results. */
  record(): Blob;
}

/** Writes files from the tables as they stand; `asked` waits where they are being brought back. */
export function exportDesk(
  parts: ExportParts,
  asked: <T>(question: () => Promise<T>) => Promise<T>,
  dataset: () => Dataset | null,
  changes: ReadonlySignal<Sql | null>,
  record: () => Blob,
): Exports {
  return {
    customers: (format) => asked(() => exportRows(parts, "customers", format, dataset())),
    chosen: (customerNo, format) => asked(() => exportChosen(parts, customerNo, format, dataset())),
    setAside: (format) => asked(() => exportRows(parts, "set-aside", format, dataset())),
    rejected: (format) => asked(() => exportRejected(parts, format)),
    anyChanged: computed(() => changes.value !== null),
    changed: (format) => asked(() => exportChanged(parts, changes.value, format)),
    table: ({ columns, values }) =>
      exportTable(
        parts,
        columns.map(({ label }, index) => ({ label, values: values[index] ?? [] })),
      ),
    record,
  };
}
