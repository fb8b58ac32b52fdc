import { format } from "../../charts/format";

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** "1 customer", "7,401 customers". */
export function countOf(count: number, one: string): string {
  return `${format(count, "count", "full")} ${count === 1 ? one : `${one}s`}`;
}

/** Positive, weak … in the usual words for a Pearson correlation. */
export function strength(correlation: number): string {
  const size = Math.abs(correlation);
  const word = size >= 0.8 ? "very closely" : size >= 0.5 ? "closely" : size >= 0.3 ? "loosely" : "hardly";
  return correlation < 0 && size >= 0.3 ? `${word}, in the opposite direction,` : word;
}

/** A bucket for what has no name of its own: never called an application that people use. */
export function isRest(label: string): boolean {
  return /^others?\b/iu.test(label);
}
