import type { KindRule } from "../../view/kind-rules";
import { readKinds } from "../../view/kinds-text";
import type { EventKinds } from "./event-kinds";
import type { Unit } from "./features";

/** Of customers in a log that tells buying from looking. */
const SHOP = [
  "Loyal:purchases>=3&visits>=5",
  "Repeat buyer:purchases>=2",
  "One-time buyer:purchases=1",
  "Abandoner:abandoned>=1&purchases=0",
  "Bargain hunter:price<p20&priced>=5&purchases=0",
  "Researcher:events>p75&purchases=0",
  "One look:events=1&purchases=0",
  "Looker:purchases=0",
];

/** Of customers in a log of purchases only, such as invoices. */
const PURCHASES = [
  "Loyal:purchases>p75&last_days<p50",
  "Slipping away:purchases>p75",
  "Bargain hunter:price<p20&priced>=5",
  "One-time buyer:purchases=1",
  "Wide range:things>p75",
  "Repeat buyer:purchases>=2",
];

/** Of customers in a log that does not say who bought. */
const CLICKS = [
  "Regular:visits>=5",
  "One look:events=1",
  "Bargain hunter:price<p20&priced>=5",
  "Researcher:events>p75",
  "Looker:events>=2",
];

const SHOP_VISITS = [
  "Buyer:purchases=1",
  "Abandoner:abandoned=1",
  "One look:events=1",
  "Bargain hunter:price<p20&priced>=5",
  "Researcher:events>p75",
  "Looker:events>=2",
];

const PURCHASE_VISITS = [
  "Large purchase:money>p90",
  "Bargain hunter:price<p20&priced>=5",
  "Wide range:things>p75",
  "Single item:events=1",
  "Usual purchase:events>=2",
];

const CLICK_VISITS = SHOP_VISITS.slice(2);

/** The rules where a person made none: by what a row stands for, and whether the log tells buying from looking. */
export function defaultKinds(unit: Unit, { buy }: EventKinds): readonly KindRule[] {
  const [shop, purchases, clicks] =
    unit === "customer" ? [SHOP, PURCHASES, CLICKS] : [SHOP_VISITS, PURCHASE_VISITS, CLICK_VISITS];
  const text = (buy === null ? clicks : buy === "every" ? purchases : shop).join(";");
  const rules = readKinds(text);
  if (rules === null) throw new RangeError(`These rules cannot be read: ${text}`);
  return rules;
}
