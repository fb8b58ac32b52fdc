import { readRfmCuts } from "../../data/table/rfm-cuts-text";
import type { RfmFrequency } from "../../data/table/rfm-roles";
import { readRfmSegment } from "../../data/table/rfm-segment-text";
import { readFeature } from "../../view/feature-text";
import type { Settings } from "../../view/settings";

const onlyRfm = { when: { setting: "algorithm", is: ["rfm"] } } as const;

/** Names of columns are no longer than this in a link. */
const LONGEST = 300;

/** What a person can change where segments are those of recency, frequency and money. Columns by their name in the file. */
export const RFM_SETTINGS = {
  rfmRecency: {
    kind: "text",
    label: "Recency",
    help: "The column with the time of an order, or with days since the last one. Empty: the one that its name suggests.",
    default: "",
    longest: LONGEST,
    accepts: () => true,
    ...onlyRfm,
  },
  rfmFrequency: {
    kind: "text",
    label: "Frequency",
    help: "What counts orders: different values of a column (InvoiceNo~distinct), a column that is a count (n~sum), or rows (~rows). Empty: what names suggest.",
    default: "",
    longest: LONGEST,
    accepts: (text) => text === "" || readFrequency(text) !== null,
    ...onlyRfm,
  },
  rfmMoney: {
    kind: "items",
    label: "Money",
    help: "A column with amounts, or two: quantity and price. Empty: those that their names suggest.",
    default: [],
    most: 2,
    accepts: (label) => label !== "" && label.length <= LONGEST,
    ...onlyRfm,
  },
  rfmReturns: {
    kind: "choice",
    label: "Returns",
    help: "Rows with a negative quantity or amount. They are no orders in any case.",
    default: "left-out",
    options: [
      { value: "left-out", label: "Left out" },
      { value: "taken-off", label: "Taken off the customer's money" },
    ],
    ...onlyRfm,
  },
  rfmDate: {
    kind: "text",
    label: "Analysis date",
    help: "From the start of which day recency is told, such as 2011-12-10; later rows do not count. Empty: one day after the last row.",
    default: "",
    longest: 10,
    accepts: (text) => text === "" || readDay(text) !== null,
    ...onlyRfm,
  },
  rfmCuts: {
    kind: "text",
    label: "Cut points",
    help: "Where one score ends and the next begins, four for each of rec, n and amt: rec:115,181,297,482;n:4,5,6,8. What is not named is cut into fifths.",
    default: "",
    longest: LONGEST,
    accepts: (text) => readRfmCuts(text) !== null,
    ...onlyRfm,
  },
  rfmSegments: {
    kind: "items",
    label: "Named segments",
    help: "Ranges of the three scores, such as Champions:4-5:4-5:4-5; the first that matches wins, the rest are Others. Empty: the ten usual ones.",
    default: [],
    most: 30,
    accepts: (text) => readRfmSegment(text) !== null,
    ...onlyRfm,
  },
} as const satisfies Settings;

/** What counts orders; null where the text says no such thing. */
export function readFrequency(text: string): RfmFrequency | null {
  const spec = readFeature(text);
  if (spec === null || spec.encoding !== "number" || spec.transform !== "none" || spec.weight !== 1) return null;
  const { source, measure } = spec;
  if (source.from === "rows") return measure === "count" ? { from: "rows" } : null;
  if (source.from !== "column" || source.label === "" || (measure !== "distinct" && measure !== "sum")) return null;
  return { from: measure, label: source.label };
}

/** The start of a day (UTC) in ms since 1970; null where there is no such day. */
export function readDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return null;
  const start = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== text ? null : start;
}
