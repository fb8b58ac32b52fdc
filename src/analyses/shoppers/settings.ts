import { column, LOG_SETTINGS, LONGEST } from "../../behaviour/log-settings";
import { LONGEST_KINDS, readKinds } from "../../view/kinds-text";
import { RESTARTS, SEED } from "../../segmentation/settings";
import type { Settings } from "../../view/settings";
import { FEATURES, SEGMENTING } from "./features";

/** Events of one kind by name. */
const events = (label: string, help: string) =>
  ({
    kind: "items",
    label,
    help: `${help} Empty: by their names. “*”: every event; “-”: none.`,
    default: [],
    cells: true,
    most: 50,
    accepts: (item: string) => item !== "" && item.length <= LONGEST,
  }) as const;

/** What a person can change about kinds of shoppers. */
export const SHOPPERS_SETTINGS = {
  unit: {
    kind: "choice",
    label: "Kinds of",
    help: "Customers over all their visits, or single visits.",
    default: "customer",
    options: [
      { value: "customer", label: "Customers" },
      { value: "visit", label: "Visits" },
    ],
  },
  kinds: {
    kind: "text",
    label: "Kinds",
    help: "Rules, the first that fits wins. Empty: those that suit the log.",
    default: "",
    longest: LONGEST_KINDS,
    accepts: (text) => readKinds(text) !== null,
    edited: true,
  },
  views: events("Views", "Events in which something is looked at."),
  carts: events("Cart events", "Events in which something goes into the cart."),
  checkouts: events("Checkout events", "Events between cart and purchase."),
  buys: events("Purchases", "Events in which something is bought."),
  things: column("Things", "The column of products, pages or categories whose different values are counted."),
  segments: {
    kind: "integer",
    label: "Segments",
    help: "How many segments to find by behaviour alone, beside the kinds.",
    default: 4,
    min: 2,
    max: 10,
  },
  by: {
    kind: "choices",
    label: "Segments are found by",
    help: "Features of behaviour; those that the log cannot tell are passed over.",
    default: SEGMENTING,
    options: FEATURES.map(({ key, label }) => ({ value: key, label })),
    min: 1,
  },
  restarts: RESTARTS,
  seed: SEED,
  ...LOG_SETTINGS,
} as const satisfies Settings;
