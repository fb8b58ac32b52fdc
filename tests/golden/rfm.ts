import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

interface Told {
  readonly customers: number;
  readonly sums: Readonly<Record<"recency" | "frequency" | "money", number>>;
  readonly cuts: Readonly<Record<"recency" | "frequency" | "money", readonly number[]>>;
  readonly histogram: Readonly<Record<"recency" | "frequency" | "money", readonly number[]>>;
  /** Customers, orders and money of each segment that has customers. */
  readonly segments: Readonly<Record<string, readonly [number, number, number]>>;
  readonly some: Readonly<Record<string, readonly [number, number, number]>>;
}

interface Golden {
  readonly seen_from: number;
  readonly rows: number;
  readonly returns: number;
  readonly return_money: number;
  readonly left_out: number;
  readonly returns_left_out: Told;
  readonly returns_taken_off: Told;
}

/** What pandas says of online-retail; rfm.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "rfm.json"), "utf8")) as Golden;

/** The shop's invoice lines; null where the reference data is not beside the project. */
export const onlineRetail = existing("data/online-retail/online_retail.csv");

/** The customers of the R package rfm; null where the reference data is not beside the project. */
export const rfmCustomers = existing("reference/rfm_customers.csv");

function existing(file: string): string | null {
  const path = resolve(import.meta.dirname, "../../../shared", file);
  return existsSync(path) ? path : null;
}
