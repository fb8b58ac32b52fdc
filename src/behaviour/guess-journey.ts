import type { TableColumn } from "../data/table/table-column";
import { labelWords, says } from "./label-words";
import { ROLE_WORDS } from "./role-words";
import type { JourneyRoles, When } from "./roles";

/** A column with more different values than this share of its rows says which row it is, not what happened. */
const MOST_DISTINCT = 0.5;

/** What the columns are for, by their names, kinds and how many values they have. Pure; a person can say otherwise. */
export function guessJourney(columns: readonly TableColumn[]): JourneyRoles {
  const free = columns.filter(({ kind, role }) => kind !== "empty" && role !== "customer");
  const session = free.find(({ role }) => role === "session") ?? best(free.filter(isKey), ROLE_WORDS.session);
  const when = whenOf(free);
  const rest = free.filter((column) => column !== session && !usedBy(when, column));
  const order = best(rest.filter(isCounting), ROLE_WORDS.order);
  const quantity = best(rest.filter(isNumber), ROLE_WORDS.quantity);
  const price = best(rest.filter(isNumber), ROLE_WORDS.price);
  const amount = best(
    rest.filter((column) => isNumber(column) && column !== quantity && column !== price),
    ROLE_WORDS.amount,
  );
  const what = whatOf(rest.filter((column) => ![order, quantity, price, amount].includes(column)));
  const baskets = session !== null && says(session.label, ROLE_WORDS.basket) > 0 && quantity !== null;
  const who = columns.find(({ role }) => role === "customer") ?? null;
  return { who, session, what, when, order, quantity, price, amount, baskets };
}

const isNumber = ({ kind }: TableColumn): boolean => kind === "number" || kind === "integer";
const isKey = ({ kind, distinct }: TableColumn): boolean => kind !== "moment" && kind !== "truth" && distinct > 1;
const isCounting = ({ kind, min }: TableColumn): boolean => kind === "integer" && (min === 0 || min === 1);

function best(columns: readonly TableColumn[], wanted: readonly string[]): TableColumn | null {
  const [first] = columns
    .map((column) => ({ column, score: says(column.label, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return first?.column ?? null;
}

function whenOf(columns: readonly TableColumn[]): When | null {
  const moments = columns.filter(({ kind }) => kind === "moment");
  const column = moments.find(({ role }) => role === "start") ?? best(moments, ROLE_WORDS.when) ?? moments[0];
  if (column !== undefined) return { by: "moment", column };
  const part = (word: string, low: number, high: number): TableColumn | undefined =>
    columns.find(
      ({ label, kind, min, max }) =>
        kind === "integer" && labelWords(label).includes(word) && min >= low && max <= high,
    );
  const [year, month, day] = [part("year", 1900, 2200), part("month", 1, 12), part("day", 1, 31)];
  if (year === undefined || month === undefined || day === undefined) return null;
  return { by: "date", year, month, day };
}

const usedBy = (when: When | null, column: TableColumn): boolean =>
  when !== null && (when.by === "moment" ? when.column === column : [when.year, when.month, when.day].includes(column));

/** Words say better what happened than numbers do; a page number only where no word column is named for it. */
function whatOf(columns: readonly TableColumn[]): TableColumn | null {
  const telling = columns.filter(
    ({ kind, distinct, rows }) => kind !== "moment" && distinct > 1 && distinct <= Math.max(2, MOST_DISTINCT * rows),
  );
  const words = telling.filter(({ kind }) => kind === "category" || kind === "id");
  const whole = telling.filter(({ kind }) => kind === "integer" || kind === "truth");
  return best([...words, ...whole], ROLE_WORDS.what) ?? words.toSorted((a, b) => a.distinct - b.distinct)[0] ?? null;
}
