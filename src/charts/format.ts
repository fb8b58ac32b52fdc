import type { ValueFormat } from "./figure";
import { precise, significant, tabular } from "./significant";
import { unitOf, unitStep } from "./unit-scale";

const MISSING = "–";

/**
 * A value in words a person reads. `short`: at most three significant digits (counts below 100,000 whole) with the
 * unit that suits ("73.8 TB", "43 h", "47.1 %"). `full`: every digit, thousands separated, base unit.
 * Missing (null, NaN) and infinite values are shown as "–", never as zero. Shares come in as 0 … 1.
 */
export function format(value: number | null | undefined, as: ValueFormat, style: "short" | "full" = "short"): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  if (as === "date") return date(value, style);
  if (style === "full") return withUnit(precise(as === "share" ? value * 100 : value), unitOf(as));
  const step = unitStep(rounded(value), as);
  const digits = as === "count" && step.symbol === "" ? 6 : 3;
  return withUnit(significant(value / step.divisor, digits), step.symbol);
}

/** The number alone as a table shows it (`tabular`), in the base unit of `unitOf(as)`: for a table whose header carries the unit. */
export function formatCell(value: number | null | undefined, as: ValueFormat): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  if (as === "date") return date(value, "full");
  return tabular(as === "share" ? value * 100 : value);
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** To three significant digits, so that 999.9 kB steps up to 1 MB instead of reading "1,000 kB". */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function date(milliseconds: number, style: "short" | "full"): string {
  const moment = new Date(milliseconds);
  if (Number.isNaN(moment.getTime())) return MISSING;
  if (style === "full") return `${moment.toISOString().slice(0, 19).replace("T", " ")} UTC`;
  return moment.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
