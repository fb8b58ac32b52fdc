import { format } from "../../charts/format";
import type { Fingerprint } from "../../view/view";

/** "a file of 150,001 rows x 55 columns (fingerprint 3fa9c1d2…)". */
export function fingerprintText(fingerprint: Fingerprint): string {
  const rows = format(fingerprint.rows, "count", "full");
  const columns = format(fingerprint.columns, "count", "full");
  return `a file of ${rows} rows × ${columns} columns (fingerprint ${fingerprint.hash.slice(0, 8)}…)`;
}
