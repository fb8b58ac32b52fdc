import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { tsne } from "../../../../src/math/projection/tsne";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { TsneInput, TsneOutput } from "../../../../src/workers/lab/projection";
import { clusteringSet, clusteringThere } from "../../../golden/partition";
import { matrixOf, projectionGolden, type Trust } from "../../../golden/projection";
import { blobs, purity } from "../../../golden/blobs";
import { trustOf } from "./trust-of";

const USUAL = { perplexity: 30, seed: 1, sample: 20_000, iterations: 750 } as const;

function mapped(matrix: Matrix, options: Partial<TsneInput> = {}): TsneOutput {
  const map = finish(tsne({ ...USUAL, matrix, ...options }));
  expect(map.coordinates).toHaveLength(matrix.n * 2);
  expect(map.coordinates.every(Number.isFinite)).toBe(true);
  return map;
}

function expectTrust(matrix: Matrix, { tsne: expected }: Trust): void {
  const map = mapped(matrix);
  for (const k of [5, 15] as const) expect(trustOf(matrix, map, k)).toBeGreaterThan(expected[k] - 0.02);
}

describe("tsne", () => {
  it("can be trusted like scikit-learn's maps", () => {
    expectTrust(matrixOf(projectionGolden.data), projectionGolden.trust);
  });

  it.skipIf(!clusteringThere)("can be so on iris and wine (skipped where ../shared/data is absent)", () => {
    expectTrust(clusteringSet("iris").matrix, projectionGolden.iris.trust);
    expectTrust(clusteringSet("uci/wine").matrix, projectionGolden.wine.trust);
  });

  it("keeps heaps apart that are apart", () => {
    const { coordinates, notes, fittedOn, perplexity } = mapped(blobs(300, 6, 4), { iterations: 300 });
    expect(purity(coordinates, 2, 4)).toBe(1);
    expect({ notes, fittedOn, perplexity }).toEqual({ notes: [], fittedOn: 300, perplexity: 30 });
  });

  it("gives the same map for the same seed, to the last bit, and another for another", () => {
    const matrix = blobs(200, 4, 3);
    const first = mapped(matrix, { iterations: 100 });
    expect(mapped(matrix, { iterations: 100 })).toEqual(first);
    expect(mapped(matrix, { iterations: 100, seed: 2 }).coordinates).not.toEqual(first.coordinates);
  });

  it("maps a sample of many rows, places the rest and says so", () => {
    const { coordinates, fittedOn, notes } = mapped(blobs(2_000, 5, 4), { sample: 200, iterations: 300 });
    expect(purity(coordinates, 2, 4)).toBe(1);
    expect(fittedOn).toBe(200);
    expect(notes).toEqual([
      "The map was made from 200 customers drawn at random; each of the others was placed among the 3 of these that are most like it.",
    ]);
  });

  it("takes a smaller perplexity where there are fewer rows, and says so", () => {
    const { perplexity, notes } = mapped(blobs(31, 3, 2));
    expect(perplexity).toBe(10);
    expect(notes).toEqual(["There are too few customers for a perplexity of 30, so it is 10.0."]);
    for (const n of [4, 5, 6]) mapped(blobs(n, 2, 2));
  });

  it("shows too few or equal rows on their principal axes", () => {
    const few =
      "There are too few different customers for a map of neighbours, so they are shown on their principal axes.";
    expect(
      mapped(
        matrixOf([
          [0, 0],
          [0, 2],
        ]),
      ),
    ).toMatchObject({
      coordinates: Float64Array.of(-1, 0, 1, 0),
      notes: [few],
    });
    expect(mapped(matrixOf([[7, 7]])).notes).toEqual([few, "There is only one customer."]);
    const equal = mapped({ values: new Float64Array(60_000).fill(0.1), n: 30_000, d: 2 });
    expect(equal.coordinates.every((value) => value === 0)).toBe(true);
  });

  it("copes with one feature and with thousands of equal rows", () => {
    mapped({ values: Float64Array.from({ length: 200 }, (_, i) => i), n: 200, d: 1 }, { iterations: 100 });
    const values = Float64Array.from({ length: 2_000 }, (_, i) => i % 3);
    mapped({ values, n: 2_000, d: 1 }, { iterations: 15 });
    mapped({ values: values.map((value, i) => (i === 7 ? 1e6 : value)), n: 1_000, d: 2 }, { iterations: 15 });
  });

  it("gives the thread back many times an iteration, with progress that never falls", () => {
    const job = tsne({ ...USUAL, matrix: blobs(2_000, 5, 4), iterations: 10 });
    const shares: number[] = [];
    for (let step = job.next(); !step.done; step = job.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(70);
    shares.forEach((share, at) => expect(share).toBeGreaterThanOrEqual(shares[at - 1] ?? 0));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it("refuses in plain words", () => {
    const matrix = blobs(20, 2, 2);
    expect(() => mapped(matrix, { perplexity: 0.5 })).toThrow("perplexity must be 1 or more");
    expect(() => mapped(matrix, { iterations: 0 })).toThrow("number of iterations must be 1 or more");
    expect(() => mapped(matrix, { sample: 3 })).toThrow("at least 4 customers");
  });
});
