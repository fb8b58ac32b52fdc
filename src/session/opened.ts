import type { Fingerprint } from "../view/view";
import type { DataDesk } from "./data-desk";
import type { Opened } from "./session";

/** The open file as the screen names it. Throws if none is open: a mistake of the caller. */
export function describeOpened(desk: DataDesk, label: string, fingerprint: Fingerprint, mismatch: Fingerprint | null): Opened {
  const { source, report } = desk;
  if (source === null || report === null) throw new Error("No file is open.");
  return {
    label,
    format: fingerprint.sample === null ? source.format : "sample",
    bytes: source.bytes,
    rows: report.rows,
    columns: source.columns.length,
    fingerprint,
    synthetic: fingerprint.sample !== null,
    notes: report.notes,
    mismatch,
  };
}
