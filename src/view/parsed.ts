/** A text understood, or the reason why it is not, as the rest of a sentence: "is outside 1 to 10". */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** Narrows a parsed text to its failure. */
export function failed<T>(parsed: Parsed<T>): parsed is { readonly problem: string } {
  return "problem" in parsed;
}
