import { createContext } from "preact";
import type { DataTable } from "../../charts/figure";

/** Writes a figure's table as Parquet. */
export type TableWriter = (table: DataTable) => Promise<Blob>;

/** Provided by the page that shows figures; null where there is no session. */
export const TableExport = createContext<TableWriter | null>(null);
