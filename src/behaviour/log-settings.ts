import type { Settings } from "../view/settings";
import { BOT_RATE, RULES, RULE_WORDS, USUAL_RULES } from "./rules";

/** Characters of a column's or value's name at most. */
export const LONGEST = 300;

/** A setting that names a column by its label; empty: the guess; “-”: none. */
export const column = (label: string, help: string) =>
  ({
    kind: "text",
    label,
    help,
    default: "",
    longest: LONGEST,
    accepts: (text: string) => text.length <= LONGEST,
  }) as const;

/** A column that the page guesses and has a panel for. */
const role = (label: string, help: string) => ({ ...column(label, help), edited: true }) as const;

/** How a file is read as a log of events: its columns, what makes a visit, what is left out. */
export const LOG_SETTINGS = {
  what: role("What happened", "The column that names the event, page, category or product."),
  when: role("When", "The column with the time of the event."),
  session: role("Visit", "The column with the id of the session, visit or invoice."),
  order: role("Order", "The column with the place of the event within its visit."),
  quantity: role("Quantity", "How many pieces a row stands for."),
  price: role("Price", "The price of one piece; counts as money together with the quantity."),
  amount: role("Amount", "The money of a row, where a column holds it."),
  visits: {
    kind: "choice",
    label: "Visits",
    help: "What makes events one visit.",
    default: "auto",
    options: [
      { value: "auto", label: "By id where there is one, else after a gap" },
      { value: "given", label: "By the visit’s id" },
      { value: "gap", label: "After a gap in time" },
      { value: "day", label: "By day" },
      { value: "customer", label: "All of a customer" },
    ],
  },
  gap: {
    kind: "integer",
    label: "Gap (minutes)",
    help: "A pause longer than this begins a new visit. 30 minutes is the usual choice; the chart of gaps shows what it parts.",
    default: 30,
    min: 1,
    max: 1440,
    when: { setting: "visits", is: ["auto", "gap"] },
  },
  rules: {
    kind: "choices",
    label: "Left out",
    help: "Rows that do not count as events. Each is counted in the account, on or off.",
    default: USUAL_RULES,
    options: RULES.map((rule) => ({ value: rule, label: RULE_WORDS[rule].label })),
    min: 0,
  },
  botRate: {
    kind: "integer",
    label: "Too fast (events a minute)",
    help: "A customer with more events than this within 60 seconds is taken for a machine.",
    default: BOT_RATE,
    min: 10,
    max: 2000,
  },
} as const satisfies Settings;
