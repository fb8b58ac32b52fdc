import { describe, expect, it } from "vitest";
import { copiedInput } from "../../../src/workers/copied-input";

describe("copiedInput", () => {
  it("copies all typed arrays, however deep, and leaves what was given as it is", async () => {
    const given = {
      matrix: { values: Float64Array.of(1, NaN, 3), n: 3, d: 1 },
      features: [{ column: Float64Array.of(4, 5), levels: ["a", null] }],
      labels: Int32Array.of(-1, 7),
      marks: Uint8Array.of(1, 0),
      shards: undefined,
    };
    const { input, moved } = await copiedInput(given);
    expect(input).toEqual(given);
    structuredClone(input, { transfer: [...moved] });
    expect(moved.map(({ byteLength }) => byteLength)).toEqual([0, 0, 0, 0]);
    expect(given.matrix.values).toHaveLength(3);
  });

  it("copies what is given twice once, and of a part of a buffer that part", async () => {
    const column = Float64Array.of(1, 2, 3, 4);
    const part = column.subarray(1, 3);
    const { input, moved } = await copiedInput({ high: column, low: column, part });
    expect(input.low).toBe(input.high);
    expect(input.part).toEqual(Float64Array.of(2, 3));
    expect(moved.map(({ byteLength }) => byteLength)).toEqual([32, 16]);
  });

  it("gives the thread back while it copies much", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const large = new Float64Array(6_000_000).fill(0.5);
    const { input } = await copiedInput({ large });
    clearInterval(counting);
    expect(input.large).toEqual(large);
    expect(turns).toBeGreaterThan(0);
  });
});
