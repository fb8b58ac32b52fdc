import type { Parsed } from "./parsed";
import { readSampleName } from "./sample-name";
import type { Fingerprint } from "./view";

const FORM = /^(?:(sample:[a-z-]+:\d+:\d+):)?([0-9a-f]{16}):(\d{1,15})x(\d{1,6})$/;

/** `<hash>:<rows>x<columns>`, for a generated sample `sample:telecom:150001:1:<hash>:150001x55`. */
export function writeFingerprint(file: Fingerprint): string {
  const content = `${file.hash}:${file.rows}x${file.columns}`;
  return file.sample === null ? content : `${file.sample}:${content}`;
}

/** The fingerprint that `writeFingerprint` wrote. */
export function readFingerprint(text: string): Parsed<Fingerprint> {
  const [, sample, hash, rows, columns] = FORM.exec(text) ?? [];
  if (hash === undefined) return { problem: "does not name a file" };
  if (sample !== undefined && readSampleName(sample) === null) return { problem: "names a sample that cannot be made" };
  return { value: { hash, rows: Number(rows), columns: Number(columns), sample: sample ?? null } };
}
