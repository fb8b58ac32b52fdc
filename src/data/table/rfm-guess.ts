import { nameWords } from "../roles/name-words";
import type { RfmFrequency, RfmMoney, RfmRecency, RfmRoles } from "./rfm-roles";
import type { TableColumn } from "./table-column";

const DAYS = words("rec recency");
const WHEN = words("date day time timestamp datetime when moment purchased ordered");
const ORDER = words("invoice order transaction receipt basket bill ticket purchase booking");
const IDENTIFIER = words("no nr number id code key num");
const ORDERS = words("n orders purchases transactions frequency freq visits");
const AMOUNT = words("amt amount total revenue monetary money spend spent spending sales value turnover subtotal");
const QUANTITY = words("quantity qty units pieces");
const PRICE = words("price unitprice cost");

/**
 * The columns that seem to be meant, by their names and kinds; null where nothing says when, or how much. The best guess of
 * each is the column with the most words of its meaning, the first of equals.
 */
export function guessRfm(columns: readonly TableColumn[]): RfmRoles | null {
  const known = columns.filter(({ role, kind }) => role !== "customer" && kind !== "empty");
  const recency = guessRecency(known);
  const money = guessMoney(known);
  if (recency === null || money === null) return null;
  return { recency, frequency: guessFrequency(known), money, returns: "left-out", analysisDate: null };
}

function guessRecency(columns: readonly TableColumn[]): RfmRecency | null {
  const days = named(columns.filter(isNumber), DAYS);
  if (days !== null) return { from: "days", label: days };
  const moments = columns.filter(({ kind }) => kind === "moment");
  const started = moments.find(({ role }) => role === "start");
  const label = started?.label ?? named(moments, WHEN) ?? moments[0]?.label;
  return label === undefined ? null : { from: "moment", label };
}

function guessFrequency(columns: readonly TableColumn[]): RfmFrequency {
  const orders = columns.filter(({ label, kind }) => kind !== "moment" && kind !== "number" && has(label, ORDER));
  const label = named(orders, IDENTIFIER) ?? orders.find(({ kind }) => kind === "id")?.label;
  if (label !== undefined) return { from: "distinct", label };
  const counted = named(columns.filter(isNumber), ORDERS);
  return counted === null ? { from: "rows" } : { from: "sum", label: counted };
}

function guessMoney(columns: readonly TableColumn[]): RfmMoney | null {
  const numbers = columns.filter(isNumber);
  const amount = named(numbers, AMOUNT);
  if (amount !== null) return { from: "sum", label: amount };
  const quantity = named(numbers, QUANTITY);
  const price = named(numbers, PRICE);
  if (quantity !== null && price !== null && quantity !== price) return { from: "product", quantity, price };
  return price === null ? null : { from: "sum", label: price };
}

const isNumber = ({ kind }: TableColumn): boolean => kind === "number" || kind === "integer";

/** The first column that has most of the words, if one has any. */
function named(columns: readonly TableColumn[], meaning: ReadonlySet<string>): string | null {
  const scored = columns.map(({ label }) => ({ label, score: shareOf(label, meaning) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (one.score > (top?.score ?? 0) ? one : top),
    null,
  );
  return best?.label ?? null;
}

/** How much of a name is of a meaning: “Amount” is more of an amount than “Amount of sugar”. */
function shareOf(label: string, meaning: ReadonlySet<string>): number {
  const { words: said } = nameWords(label);
  return said.filter((word) => meaning.has(word)).length / said.length || 0;
}

const has = (label: string, meaning: ReadonlySet<string>): boolean => shareOf(label, meaning) > 0;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
