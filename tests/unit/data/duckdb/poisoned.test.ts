import { describe, expect, it } from "vitest";
import { isPoisoned } from "../../../../src/data/duckdb/poisoned";

/** What Chromium, Firefox and WebKit were seen to say of an engine that had lost its footing. */
const SEEN = [
  "memory access out of bounds",
  "unreachable",
  "unreachable executed",
  "function signature mismatch",
  "null function",
  "table index is out of bounds",
  "Maximum call stack size exceeded",
  "Aborted(). Build with -sASSERTIONS for more info.",
  "Out of bounds memory access (evaluating 'e')",
  "RuntimeError: index out of bounds",
  "FATAL Error: Failed: database has been invalidated because of a previous fatal error.",
];

const HARMLESS = [
  "Conversion Error: Could not convert string 'unreachable' to DOUBLE",
  "Out of Memory Error: could not allocate block of size 256.0 KiB (1.4 GiB/1.4 GiB used)",
  "Catalog Error: Table with name null function does not exist!",
  "Invalid Input Error: Cannot change configuration option",
];

describe("a poisoned engine", () => {
  it.each(SEEN)("is told by: %s", (message) => {
    expect(isPoisoned(new Error(message))).toBe(true);
    expect(isPoisoned(new Error(`${message}\nin: SELECT 1`, { cause: new Error(message) }))).toBe(true);
  });

  it("is told by the kind of error, whatever its words", () => {
    expect(isPoisoned(new WebAssembly.RuntimeError("in words not yet seen"))).toBe(true);
  });

  it.each(HARMLESS)("is not told by the engine's own errors: %s", (message) => {
    expect(isPoisoned(new Error(message))).toBe(false);
  });

  it("is not told by what is no error", () => {
    expect([undefined, null, "unreachable", 7].map(isPoisoned)).toEqual([false, false, false, false]);
  });
});
