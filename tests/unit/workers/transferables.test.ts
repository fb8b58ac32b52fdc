import { describe, expect, it } from "vitest";
import { transferablesOf } from "../../../src/workers/transferables";

describe("transferablesOf", () => {
  it("finds every buffer once, however deep", () => {
    const shared = new Float64Array(3);
    const labels = new Int32Array(2);
    const result = { score: shared, again: [shared], inner: { labels }, k: 3, notes: ["a"], nothing: null };
    expect(transferablesOf(result)).toEqual([shared.buffer, labels.buffer]);
  });

  it("finds nothing in plain values", () => {
    expect(transferablesOf({ a: 1, b: "x", c: [null, undefined] })).toEqual([]);
  });
});
