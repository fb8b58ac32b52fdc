import { pieceInWords } from "./link-text";

const IN_FULL = 12;
const BY_NAME = 60;

/**
 * What was ignored of a link, short enough to be read: a dozen sentences in full, then the rest by name, and beyond sixty
 * names their number. `problems` are the sentences and `parts` the part of the link that each speaks of, in the same order.
 */
export function ignoredParts(problems: readonly string[], parts: readonly string[]): readonly string[] {
  if (problems.length <= IN_FULL) return problems;
  const rest = parts.slice(IN_FULL).map((part) => pieceInWords(part.split("=", 1)[0] ?? part));
  const names = [...new Set(rest)];
  const more = names.length > BY_NAME ? ` and ${names.length - BY_NAME} more` : "";
  return [...problems.slice(0, IN_FULL), `Also ignored: ${names.slice(0, BY_NAME).join(", ")}${more}.`];
}
