import type { DataTable } from "./figure";
import { unitOf } from "./unit-scale";

/** What a spreadsheet would run, as in the exports of rows: behind white or invisible characters too, and of full width. */
const FORMULA = /^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;

/**
 * A table as CSV text (RFC 4180, CRLF): full precision, unit in the header, missing values empty. Text that a
 * spreadsheet would run as a formula gets a leading apostrophe.
 */
export function tableCsv(table: DataTable): string {
  const header = table.columns.map(({ label, format }) => {
    const unit = unitOf(format === "share" ? "number" : format);
    return cell(unit === "" ? label : `${label} (${unit})`);
  });
  const count = table.values[0]?.length ?? 0;
  const body = Array.from({ length: count }, (_, row) =>
    table.values.map((column, at) => cell(column[row] ?? null, table.columns[at]?.format === "date")).join(","),
  );
  return [header.join(","), ...body, ""].join("\r\n");
}

function cell(value: string | number | null, isDate = false): string {
  if (value === null) return "";
  if (typeof value === "number") return number(value, isDate);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function number(value: number, isDate: boolean): string {
  if (!Number.isFinite(value)) return "";
  return isDate ? new Date(value).toISOString() : String(value);
}
