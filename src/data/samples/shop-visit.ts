import { randomStream, uniformAt, type RandomStream } from "./random";
import { firstEvent, nextEvent, SECONDS_BETWEEN, type ShopEvent } from "./shop-behaviour";
import { BROKEN_WEEK } from "./shop-calendar";
import { productDrawn, type Product } from "./shop-catalogue";
import { channelDrawn, isLoyal, platformDrawn, platformOf, type Platform } from "./shop-people";

/** One customer's stay. */
export interface Visit {
  /** Counted over the file. */
  readonly session: number;
  readonly customer: number;
  readonly platform: Platform;
  readonly channel: string;
  readonly robot: boolean;
}

/** One event as the log has it. */
export interface ShopRow {
  readonly visit: Visit;
  readonly event: ShopEvent;
  /** ms since 1970 UTC; NaN where the log lost it. */
  readonly at: number;
  /** Place in the file: when the row was written. */
  readonly written: number;
  readonly category: string | null;
  readonly product: Product | null;
  /** Pieces put into the cart or bought; null for other events. */
  readonly quantity: number | null;
  /** What is wrong with the row: it repeats the row before, has no time, or was written after the event that followed. */
  readonly flaw: "copy" | "untimed" | "late" | null;
}

const SALTS = { visit: 31, flaw: 32 } as const;
const MOST_EVENTS = 60;
const USUAL_PLATFORM = 0.85;

/** Of visits, those in which one event is written twice, loses its time, or is written too late. */
const FLAWS = [
  ["copy", 0.006],
  ["untimed", 0.003],
  ["late", 0.003],
] as const;

/** A customer's visit from its first event, at `started` (ms), to its last, with its flaw if it has one. */
export function visitRows(seed: number, session: number, customer: number, started: number): ShopRow[] {
  const draw = randomStream(seed, session, SALTS.visit);
  const usual = draw() < USUAL_PLATFORM;
  const other = platformDrawn(draw());
  const platform = usual ? platformOf(seed, customer) : other;
  const visit: Visit = { session, customer, platform, channel: channelDrawn(draw()), robot: false };
  const rows = walk(visit, isLoyal(seed, customer), started, draw);
  return flawed(rows, uniformAt(seed, session, SALTS.flaw), draw());
}

function walk(visit: Visit, loyal: boolean, started: number, draw: RandomStream): ShopRow[] {
  const rows: ShopRow[] = [];
  let product = productDrawn(draw());
  let at = started;
  for (
    let event: ShopEvent | null = firstEvent(draw());
    event !== null && rows.length < MOST_EVENTS;
    event = nextEvent(event, loyal, payingBroken(visit, at), draw())
  ) {
    if (rows.length > 0) at += Math.round(1000 * SECONDS_BETWEEN(draw()));
    if (event === "product_view" || event === "catalog") product = productDrawn(draw());
    rows.push(rowOf(visit, event, at, product, draw));
  }
  return rows;
}

function payingBroken({ platform }: Visit, at: number): boolean {
  return platform === "mobile" && at >= BROKEN_WEEK[0] && at < BROKEN_WEEK[1];
}

function rowOf(visit: Visit, event: ShopEvent, at: number, product: Product, draw: RandomStream): ShopRow {
  const row = { visit, event, at, written: at, category: null, product: null, quantity: null, flaw: null };
  if (event === "catalog") return { ...row, category: product.category };
  if (event === "product_view") return { ...row, category: product.category, product };
  if (event !== "add_to_cart" && event !== "purchase") return row;
  return { ...row, category: product.category, product, quantity: 1 + Math.floor(draw() ** 3 * 4) };
}

/** The rows with at most one flaw, chosen by `u`, at a place chosen by `where`; both are uniform in [0, 1). */
function flawed(rows: ShopRow[], u: number, where: number): ShopRow[] {
  let below = 0;
  const flaw = FLAWS.find(([, share]) => u < (below += share))?.[0];
  const at = Math.floor(where * (flaw === "late" ? rows.length - 1 : rows.length));
  const row = rows[at];
  if (flaw === undefined || row === undefined) return rows;
  if (flaw === "copy") return rows.toSpliced(at + 1, 0, { ...row, flaw });
  if (flaw === "untimed") return rows.with(at, { ...row, at: Number.NaN, flaw });
  const after = rows[at + 1];
  return after === undefined ? rows : rows.with(at, { ...row, written: after.written + 0.5, flaw });
}
