import { quantileCurve } from "./quantile-curve";

/** What can happen in the shop. */
export type ShopEvent =
  | "home"
  | "catalog"
  | "search"
  | "product_view"
  | "add_to_cart"
  | "cart"
  | "shipping_details"
  | "payment_details"
  | "purchase"
  | "support";

/** Events with their chances; with what is missing to 1, the visit ends. */
type Chances = readonly (readonly [ShopEvent, number])[];

const FIRST: Chances = [
  ["home", 0.52],
  ["catalog", 0.16],
  ["search", 0.1],
  ["product_view", 0.22],
];

const USUAL: Readonly<Record<ShopEvent, Chances>> = {
  home: [
    ["catalog", 0.46],
    ["search", 0.24],
    ["product_view", 0.14],
    ["support", 0.02],
  ],
  catalog: [
    ["product_view", 0.58],
    ["catalog", 0.14],
    ["search", 0.08],
    ["home", 0.03],
  ],
  search: [
    ["product_view", 0.6],
    ["search", 0.13],
    ["catalog", 0.1],
  ],
  product_view: [
    ["product_view", 0.24],
    ["catalog", 0.18],
    ["add_to_cart", 0.2],
    ["search", 0.08],
    ["support", 0.01],
  ],
  add_to_cart: [
    ["cart", 0.52],
    ["product_view", 0.22],
    ["catalog", 0.14],
  ],
  cart: [
    ["shipping_details", 0.55],
    ["product_view", 0.12],
    ["catalog", 0.08],
    ["support", 0.02],
  ],
  shipping_details: [
    ["payment_details", 0.78],
    ["cart", 0.06],
    ["support", 0.02],
  ],
  payment_details: [
    ["purchase", 0.78],
    ["payment_details", 0.04],
    ["shipping_details", 0.03],
    ["support", 0.03],
  ],
  purchase: [
    ["home", 0.12],
    ["catalog", 0.1],
    ["support", 0.03],
  ],
  support: [
    ["home", 0.26],
    ["catalog", 0.2],
    ["cart", 0.06],
  ],
};

/** The loyal group takes more into the cart, and most of it home. */
const LOYAL: Readonly<Record<ShopEvent, Chances>> = {
  ...USUAL,
  product_view: [
    ["add_to_cart", 0.42],
    ["product_view", 0.22],
    ["catalog", 0.14],
    ["search", 0.06],
  ],
  add_to_cart: [
    ["cart", 0.7],
    ["product_view", 0.16],
    ["catalog", 0.08],
  ],
  cart: [
    ["shipping_details", 0.8],
    ["product_view", 0.08],
    ["catalog", 0.04],
  ],
  shipping_details: [
    ["payment_details", 0.92],
    ["cart", 0.04],
  ],
};

/** Paying fails for two of three who would have paid: some try again, some ask for help, most leave. */
const BROKEN_PAYMENT: Chances = [
  ["purchase", 0.26],
  ["payment_details", 0.2],
  ["support", 0.12],
];

/** Seconds from one event to the next; a visit's gaps stay below half an hour. */
export const SECONDS_BETWEEN = quantileCurve(
  [0, 2],
  [0.25, 9],
  [0.5, 22],
  [0.75, 55],
  [0.95, 240],
  [0.99, 600],
  [1, 1500],
);

/** The event with which a visit begins; `u` is uniform in [0, 1). */
export function firstEvent(u: number): ShopEvent {
  return chosen(FIRST, u) ?? "product_view";
}

/** The event that follows, or null when the visit ends; `broken` says that paying does not work. */
export function nextEvent(after: ShopEvent, loyal: boolean, broken: boolean, u: number): ShopEvent | null {
  if (broken && after === "payment_details") return chosen(BROKEN_PAYMENT, u);
  return chosen((loyal ? LOYAL : USUAL)[after], u);
}

function chosen(chances: Chances, u: number): ShopEvent | null {
  let below = 0;
  for (const [event, chance] of chances) {
    below += chance;
    if (u < below) return event;
  }
  return null;
}
