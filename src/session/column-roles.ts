import type { DataFlow } from "./data-flow";
import type { LoadedAnalysis } from "./loaded-analysis";
import type { Session } from "./session";

/** Follows the open file: what a page takes each column for. */
export const columnRoles =
  (analyses: readonly LoadedAnalysis[], { desk, table }: Pick<DataFlow, "desk" | "table">): Session["columnRoles"] =>
  (page) => {
    const columns = table.described.value?.(desk.roles.value) ?? null;
    const analysis = analyses.find(({ entry }) => entry.id === page)?.analysis;
    return columns === null ? null : (analysis?.columnRoles?.(columns) ?? null);
  };
