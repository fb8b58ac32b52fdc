/** The words of a column's name in small letters: “InvoiceDate”, “invoice_date” and “Invoice date (UTC)” alike. */
export function labelWords(label: string): readonly string[] {
  return label
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * How well a name says what is wanted: each wanted word found counts, the first ones most, and a name that says little else
 * more than one that says much. 0 where it says none.
 */
export function says(label: string, wanted: readonly string[]): number {
  const words = labelWords(label);
  const found = wanted.map((word, place) =>
    words.includes(word) || words.join(" ") === word ? wanted.length - place : 0,
  );
  const sum = found.reduce((all, one) => all + one, 0);
  return sum === 0 ? 0 : sum + 1 / words.length;
}

/** Events with more names than this are named by what they are about, such as products, not by what was done. */
export const MOST_DOINGS = 200;
