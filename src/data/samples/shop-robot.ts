import { randomStream } from "./random";
import { HOUR_MS, ROBOT_HOUR, SHOP_START } from "./shop-calendar";
import { PRODUCTS } from "./shop-catalogue";
import type { ShopRow, Visit } from "./shop-visit";

/** Events in a minute of a burst, and in the hour at most; in a small file a tenth of its rows. */
const PER_MINUTE = 2000;
const MOST_EVENTS = 60 * PER_MINUTE;
const SHARE = 0.1;
const SALT = 41;

/** How many rows of a file are the robot's. */
export const robotRowsOf = (rows: number): number => Math.min(MOST_EVENTS, Math.floor(SHARE * rows));

/** The robot's one hour: product after product, 2,000 a minute, in bursts of a minute spread over the hour. */
export function robotRows(seed: number, session: number, customer: number, events: number): ShopRow[] {
  const visit: Visit = { session, customer, platform: "web", channel: "direct", robot: true };
  const draw = randomStream(seed, session, SALT);
  const bursts = Math.ceil(events / PER_MINUTE);
  const step = 60_000 / PER_MINUTE;
  return Array.from({ length: events }, (_, place): ShopRow => {
    const minute = Math.floor((Math.floor(place / PER_MINUTE) * 60) / bursts);
    const within = (place % PER_MINUTE) * step + Math.floor(draw() * step);
    const at = SHOP_START + ROBOT_HOUR * HOUR_MS + minute * 60_000 + within;
    const product = PRODUCTS[place % PRODUCTS.length] ?? null;
    const category = product?.category ?? null;
    const common = { visit, at, written: at, category, quantity: null, flaw: null };
    return draw() < 0.8
      ? { ...common, event: "product_view", product }
      : { ...common, event: "catalog", product: null };
  });
}
