import type { LoadReport, Source, SourceFile } from "../data/source";
import type { Fingerprint } from "../view/view";
import type { LinkOffer } from "./link-offer";
import type { Opened } from "./session";

/** A file that was read. */
export interface ReadFile {
  readonly source: Source;
  readonly report: LoadReport;
  readonly fingerprint: Fingerprint;
}

/** The open file as the screen names it. */
export function describeOpened(
  { source, report, fingerprint }: ReadFile,
  label: string,
  offer: LinkOffer | null,
): Opened {
  return {
    label,
    format: fingerprint.sample === null ? source.format : "sample",
    bytes: source.bytes,
    rows: report.rows,
    columns: source.columns.length,
    fingerprint,
    synthetic: fingerprint.sample !== null,
    notes: report.notes,
    offer,
  };
}

/** The open file as it was given, by its fingerprint; null for none and for a sample, which its name brings back. */
export function rememberable(
  opened: Opened | null,
  source: Source | null,
): { readonly id: string; readonly label: string; readonly files: readonly SourceFile[] } | null {
  if (opened === null || source === null || opened.synthetic) return null;
  return { id: opened.fingerprint.hash, label: opened.label, files: source.given };
}
