import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ExportFormat } from "../../session/export-desk";
import type { Session } from "../../session/session";
import { saveFile } from "../shell/save-file";

/** Downloads every row that could not be read, with its file, line and reason, so that whoever made the file can mend it. */
export function RejectedExport({ session, rows }: { session: Session; rows: number }): JSX.Element | null {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (rows === 0) return null;
  const save = async (format: ExportFormat): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      saveFile(await session.exports.rejected(format), `refused.${format}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <div class="dp-tools">
      <button type="button" disabled={busy} onClick={() => void save("csv")}>
        Refused rows as CSV
      </button>
      <button type="button" disabled={busy} onClick={() => void save("parquet")}>
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
