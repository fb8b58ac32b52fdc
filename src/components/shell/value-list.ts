import { format } from "../../charts/format";

/** A value to tick; `rows` is null where it is not counted. */
export interface ListedValue {
  readonly value: string;
  readonly rows: number | null;
}

/** Drawn at once. */
export const SHOWN = 60;

/**
 * The values to tick: of those listed and those found beyond the list the ones that hold the text, chosen ones first, also
 * where neither has them.
 */
export function valuesToTick(
  listed: readonly ListedValue[],
  found: readonly ListedValue[],
  chosen: readonly string[],
  text: string,
): readonly ListedValue[] {
  const known = new Map([...listed, ...found].map((one) => [one.value, one]));
  const all = [
    ...known.values(),
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, rows: null })),
  ];
  const wanted = text.trim().toLowerCase();
  const holding = all.filter(({ value }) => value.toLowerCase().includes(wanted));
  const first = new Set(chosen);
  return [...holding.filter(({ value }) => first.has(value)), ...holding.filter(({ value }) => !first.has(value))];
}

/** What a list that is cut says of the rest; null where all that there is can be seen. */
export function restWords(shown: number, total: number, text: string, more: boolean): string | null {
  const count = (value: number): string => format(value, "count", "full");
  if (text.trim() !== "") return shown > SHOWN || more ? "More values match; type more of the one you look for." : null;
  if (total <= SHOWN) return null;
  return `${SHOWN} of ${count(total)} values are listed, the most frequent first; the search reaches all of them.`;
}
