import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Told {
  /** First day of the week of the first step, began, converted, may still convert. */
  readonly weeks: readonly (readonly [string, number, number, number])[];
  /** Of milliseconds to convert, of those who did. */
  readonly quartiles: readonly number[];
  /** Milliseconds, and the share that has converted by then. */
  readonly curve: readonly (readonly [number, number])[];
}

/** What plain Python and scipy say of retail-events; funnel-trend.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "funnel-trend.json"), "utf8")) as Readonly<
  Record<"all" | "within_3_days", Told>
>;
