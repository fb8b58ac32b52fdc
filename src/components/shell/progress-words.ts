import { format } from "../../charts/format";
import type { LoadProgress } from "../../data/source";

/** How far, 0 … 1, by rows where the file says how many, else by bytes; null when neither is known. */
export function progressShare(progress: LoadProgress): number | null {
  if (progress.rowsTotal !== null && progress.rowsTotal > 0) return Math.min(1, progress.rows / progress.rowsTotal);
  if (progress.bytesTotal > 0) return Math.min(1, progress.bytes / progress.bytesTotal);
  return null;
}

/** "Reading rows: 1.2 of 2 million, about 3 s left". */
export function progressText(doing: string, progress: LoadProgress, elapsedMs: number): string {
  const left = timeLeft(progressShare(progress), elapsedMs);
  return `${doing}: ${amount(progress)}${left === null ? "" : `, ${left}`}`;
}

/** An honest guess from the pace so far; null until there is a pace. */
export function timeLeft(share: number | null, elapsedMs: number): string | null {
  if (share === null || share < 0.05 || share >= 1 || elapsedMs < 400) return null;
  const seconds = ((elapsedMs / share) * (1 - share)) / 1000;
  return seconds < 1 ? "less than 1 s left" : `about ${format(Math.ceil(seconds), "seconds")} left`;
}

function amount(progress: LoadProgress): string {
  const rows = format(progress.rows, "count", "full");
  if (progress.rowsTotal !== null) return `${rows} of ${format(progress.rowsTotal, "count", "full")} rows`;
  const bytes = `${format(progress.bytes, "bytes")} of ${format(progress.bytesTotal, "bytes")}`;
  return progress.rows > 0 ? `${rows} rows, ${bytes}` : bytes;
}
