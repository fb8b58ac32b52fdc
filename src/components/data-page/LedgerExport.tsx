import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ExportFormat } from "../../session/export-desk";
import { saveFile } from "../shell/save-file";

interface Props {
  /** "Rows set aside" */
  readonly what: string;
  /** Of the file that is saved, without its ending. */
  readonly fileName: string;
  readonly make: (format: ExportFormat) => Promise<Blob>;
}

/** Downloads what a step of the cleaning did, so that whoever made the file can look into it. */
export function LedgerExport({ what, fileName, make }: Props): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (format: ExportFormat): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      saveFile(await make(format), `${fileName}.${format}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <div class="dp-tools">
      <button type="button" disabled={busy} onClick={() => void save("csv")}>
        {what} as CSV
      </button>
      <button type="button" disabled={busy} aria-label={`${what} as Parquet`} onClick={() => void save("parquet")}>
        as Parquet
      </button>
      {problem !== null && (
        <p class="dp-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
