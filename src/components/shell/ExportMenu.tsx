import { useState } from "preact/hooks";
import type { ExportFormat } from "../../session/export-desk";
import type { Session } from "../../session/session";
import { Menu } from "./Menu";
import { saveFile } from "./save-file";
import { say } from "./toasts";

/** Everything that can be taken away as a file. */
export function ExportMenu({ session }: { readonly session: Session }) {
  const [busy, setBusy] = useState(false);
  const save = (name: string, make: () => Promise<Blob> | Blob) => {
    setBusy(true);
    void exportTo(name, make).finally(() => setBusy(false));
  };
  const customers = (format: ExportFormat) => save(`customers.${format}`, () => session.exports.customers(format));
  const setAside = (format: ExportFormat) => save(`set-aside.${format}`, () => session.exports.setAside(format));
  return (
    <Menu
      label="Export"
      icon="export"
      busy={busy}
      entries={[
        {
          label: "Scored customers, CSV",
          note: "One line per customer with segments and scores",
          act: () => customers("csv"),
        },
        {
          label: "Scored customers, Parquet",
          note: "The same, exact in types and texts",
          act: () => customers("parquet"),
        },
        {
          label: "What was set aside, CSV",
          note: "Every row that was left out, with the reason",
          act: () => setAside("csv"),
        },
        {
          label: "What was set aside, Parquet",
          note: "The same, exact in types and texts",
          act: () => setAside("parquet"),
        },
        {
          label: "Analysis record, JSON",
          note: "File fingerprint, settings, versions, seeds and results",
          act: () => save("analysis-record.json", () => session.exports.record()),
        },
      ]}
    />
  );
}

async function exportTo(name: string, make: () => Promise<Blob> | Blob): Promise<void> {
  try {
    saveFile(await make(), name);
    say(`${name} is in your downloads.`);
  } catch (error) {
    say(`${name} could not be made: ${error instanceof Error ? error.message : String(error)}`, "problem");
  }
}
