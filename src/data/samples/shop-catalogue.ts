import { quantileCurve } from "./quantile-curve";
import { uniformAt } from "./random";
import { weighted } from "./weighted";

/** What the shop sells. */
export interface Product {
  readonly name: string;
  readonly category: string;
  /** In the shop's currency, with cents. */
  readonly price: number;
}

const KINDS: Readonly<Record<string, { readonly scale: number; readonly things: readonly string[] }>> = {
  Lighting: { scale: 1.4, things: ["floor lamp", "desk lamp", "lantern", "ceiling light", "night light"] },
  Kitchen: { scale: 0.8, things: ["teapot", "bowl", "chopping board", "pan", "storage jar"] },
  Garden: { scale: 1.1, things: ["planter", "watering can", "bird house", "bench", "hose reel"] },
  Textiles: { scale: 0.7, things: ["cushion", "blanket", "rug", "curtain", "towel"] },
  Furniture: { scale: 6, things: ["chair", "side table", "shelf", "stool", "sideboard"] },
  Office: { scale: 0.6, things: ["notebook", "pen set", "desk tray", "clock", "pinboard"] },
  Toys: { scale: 0.9, things: ["puzzle", "kite", "building set", "board game", "train"] },
  Bathroom: { scale: 0.8, things: ["soap dish", "mirror", "bath mat", "laundry basket", "hook rail"] },
};
const LOOKS = ["Oak", "Linen", "Copper", "Blue", "Stone", "Classic"] as const;
const PRICES = quantileCurve([0, 3], [0.25, 12], [0.5, 22], [0.75, 38], [0.95, 80], [1, 140]);
const PRICE_SALT = 0x70726963;

/** The 240 products, the best known first; categories take turns. */
export const PRODUCTS: readonly Product[] = LOOKS.flatMap((look, at) =>
  [0, 1, 2, 3, 4].flatMap((thing) =>
    Object.entries(KINDS).map(([category, { scale, things }], place) => ({
      name: `${look} ${things[(thing + at) % 5] ?? ""}`,
      category,
      price: priced(scale * PRICES(uniformAt(1, 1000 * at + 10 * thing + place, PRICE_SALT))),
    })),
  ),
);

/** Attention falls with rank as Zipf found: the product of rank r is drawn in proportion to 1 / (r + 2)^1.05. */
export const productDrawn = weighted(
  PRODUCTS,
  PRODUCTS.map((_, rank) => (rank + 3) ** -1.05),
);

/** Just below a whole amount, as shops do. */
function priced(amount: number): number {
  return Math.max(1, Math.round(amount)) - 0.05;
}
