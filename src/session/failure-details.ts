declare const __CLIENTELE_VERSION__: string;
declare const __DUCKDB_VERSION__: string;

/** A line of a stack trace, in the words of every browser: a place in the code and nothing of the data. */
const FRAME = /^\s*at .*[:(]|^[^\s@]*@.*:\d+:\d+$/u;

/** Places in the code that are worth a report. */
const FRAMES = 12;

/**
 * What to report about an error that should not have been: the versions, what was being done, the error without anything
 * that may come from the data (what stands in quotes, and long numbers), and the places in the code.
 */
export function failureDetails(error: unknown, doing: string): string {
  const [kind, message, stack] =
    error instanceof Error ? [error.name, error.message, error.stack ?? ""] : ["Thrown", String(error), ""];
  const frames = stack.split("\n").filter((line) => FRAME.test(line));
  return [
    `Clientele ${__CLIENTELE_VERSION__}, DuckDB-WASM ${__DUCKDB_VERSION__}`,
    `While: ${doing}`,
    `${kind}: ${withoutValues(message)}`,
    ...frames.slice(0, FRAMES),
  ].join("\n");
}

/** The kind of an error of the engine; what follows it quotes cells and names as it likes. */
const ENGINE_KIND = /^(?:\w+ )+Error(?=:)/u;

/** From the first quote to the last one, or to the end where none closes: one step per letter, whatever the message. */
const QUOTED = /['"“`](?:[\s\S]*['"”`]|[\s\S]*)/u;

/** Names in statements of ours, properly marked; values are never written into those. */
const NAMES = /"(?:[^"]|"")*"|'(?:[^']|'')*'/gu;

/** Of the engine only the kind and the statement without names; of others, what is quoted and long numbers are left out. */
function withoutValues(message: string): string {
  const [said = "", statement] = message.split("\nin: ");
  if (statement !== undefined)
    return `${ENGINE_KIND.exec(said)?.[0] ?? "The engine failed"} in ${statement.replace(NAMES, "…")}`;
  return said.replace(QUOTED, "…").replace(/\d[\d.,:_+-]{3,}\d|\d{5,}/gu, "#");
}
