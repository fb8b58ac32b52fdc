import { describe, expect, it } from "vitest";
import { sampleIndices, seededRandom } from "../../../src/math/random";

describe("seededRandom", () => {
  it("repeats itself for a seed and differs between neighbouring seeds", () => {
    const draws = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, () => random());
    };
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
  });

  it("is uniform on [0, 1): chi-squared over 100 cells stays below its 99.99 % point", () => {
    const random = seededRandom(7);
    const cells = new Array<number>(100).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const value = random();
      expect(value >= 0 && value < 1).toBe(true);
      const cell = Math.floor(value * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chi = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(161);
  });
});

describe("sampleIndices", () => {
  it("draws different indices in order, everyone equally often", () => {
    const random = seededRandom(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 5000; i++) {
      const drawn = sampleIndices(10, 4, random);
      expect(new Set(drawn).size).toBe(4);
      expect([...drawn]).toEqual([...drawn].sort((a, b) => a - b));
      for (const index of drawn) counts[index] = (counts[index] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("draws all when asked for more", () => {
    expect([...sampleIndices(3, 9, seededRandom(1))]).toEqual([0, 1, 2]);
  });
});
