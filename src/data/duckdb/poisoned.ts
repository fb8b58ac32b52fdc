/** Beginnings of what a WebAssembly engine says once its memory can no longer be trusted, in the words of every browser. */
const SIGNATURES: readonly string[] = [
  "memory access out of bounds",
  "out of bounds memory access",
  "index out of bounds",
  "table index is out of bounds",
  "unreachable",
  "function signature mismatch",
  "indirect call signature mismatch",
  "call_indirect to a signature that does not match",
  "null function",
  "indirect call to null",
  "maximum call stack",
  "too much recursion",
  "aborted(",
  // The engine's own words for having lost its footing: it refuses everything until it is started again.
  "fatal error:",
  "internal error:",
];

/** Names that browsers give to such errors; the engine's own errors are plain. */
const NAMES: readonly string[] = ["RuntimeError", "InternalError"];

/**
 * Whether an error means that the engine is poisoned: every later answer would fail or be wrong. Told by the error's kind,
 * or by how its message begins: further on, a message may quote the data.
 */
export function isPoisoned(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (NAMES.includes(error.name) || isPoisoned(error.cause)) return true;
  const message = error.message.replace(/^(?:uncaught )?(?:\w+error: )?/iu, "").toLowerCase();
  return SIGNATURES.some((signature) => message.startsWith(signature));
}
