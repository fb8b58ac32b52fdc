import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { umap } from "../../../../src/math/projection/umap";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { UmapInput, UmapOutput } from "../../../../src/workers/lab/projection";
import { clusteringSet, clusteringThere } from "../../../golden/partition";
import { matrixOf, projectionGolden, type Trust } from "../../../golden/projection";
import { blobs, purity } from "../../../golden/blobs";
import { trustOf } from "./trust-of";

const USUAL = { components: 2, neighbours: 15, minDist: 0.1, seed: 1, sample: 20_000, epochs: null } as const;

function mapped(matrix: Matrix, options: Partial<UmapInput> = {}): UmapOutput {
  const map = finish(umap({ ...USUAL, matrix, ...options }));
  expect(map.coordinates).toHaveLength(matrix.n * map.components);
  expect(map.coordinates.every(Number.isFinite)).toBe(true);
  return map;
}

function expectTrust(matrix: Matrix, { umap: flat, umap3: deep }: Trust): void {
  for (const [components, expected] of [[2, flat] as const, [3, deep] as const]) {
    const map = mapped(matrix, { components });
    for (const k of [5, 15] as const) expect(trustOf(matrix, map, k)).toBeGreaterThan(expected[k] - 0.02);
  }
}

describe("umap", () => {
  it("can be trusted like umap-learn's maps", () => {
    expectTrust(matrixOf(projectionGolden.data), projectionGolden.trust);
  });

  it.skipIf(!clusteringThere)("can be so on iris and wine (skipped where ../shared/data is absent)", () => {
    expectTrust(clusteringSet("iris").matrix, projectionGolden.iris.trust);
    expectTrust(clusteringSet("uci/wine").matrix, projectionGolden.wine.trust);
  });

  it("keeps heaps apart that are apart", () => {
    const { coordinates, notes, fittedOn, epochs } = mapped(blobs(600, 6, 6), { epochs: 100 });
    expect(purity(coordinates, 2, 6)).toBe(1);
    expect({ notes, fittedOn, epochs }).toEqual({ notes: [], fittedOn: 600, epochs: 100 });
  });

  it("gives the same map for the same seed, to the last bit, and another for another", () => {
    const matrix = blobs(300, 4, 3);
    const first = mapped(matrix, { epochs: 50 });
    expect(mapped(matrix, { epochs: 50 })).toEqual(first);
    expect(mapped(matrix, { epochs: 50, seed: 2 }).coordinates).not.toEqual(first.coordinates);
  });

  it("lays rows closer together for a smaller minimum distance", () => {
    const matrix = blobs(300, 4, 3);
    const nearest = (minDist: number): number => {
      const { coordinates } = mapped(matrix, { minDist, epochs: 100 });
      const ways = Array.from({ length: 299 }, (_, i) =>
        Math.hypot(
          (coordinates[2 * i] ?? 0) - (coordinates[2 * ((i + 3) % 300)] ?? 0),
          (coordinates[2 * i + 1] ?? 0) - (coordinates[2 * ((i + 3) % 300) + 1] ?? 0),
        ),
      );
      return ways.sort((a, b) => a - b)[150] ?? Number.NaN;
    };
    expect(nearest(0.01)).toBeLessThan(nearest(0.9));
  });

  it("maps a sample of many rows, places the rest and says so", () => {
    const { coordinates, fittedOn, notes, epochs } = mapped(blobs(2_000, 5, 4), { sample: 300 });
    expect(purity(coordinates, 2, 4)).toBe(1);
    expect({ fittedOn, epochs }).toEqual({ fittedOn: 300, epochs: 500 });
    expect(notes).toEqual([
      "The map was made from 300 customers drawn at random; each of the others was placed among the 3 of these that are most like it.",
    ]);
  });

  it("takes fewer neighbours where there are fewer rows, and says so", () => {
    const { neighbours, notes } = mapped(blobs(9, 3, 2));
    expect(neighbours).toBe(8);
    expect(notes).toEqual(["There are too few customers for neighbourhoods of 15, so each has 8."]);
    for (const n of [4, 5, 6]) mapped(blobs(n, 2, 2));
  });

  it("shows too few or equal rows on their principal axes", () => {
    const few =
      "There are too few different customers for a map of neighbours, so they are shown on their principal axes.";
    const two = mapped(
      matrixOf([
        [0, 0],
        [0, 2],
      ]),
    );
    expect(Array.from(two.coordinates)).toEqual([-1, 0, 1, 0]);
    expect(two.notes).toEqual([few]);
    expect(mapped(matrixOf([[7, 7]])).notes).toEqual([few, "There is only one customer."]);
    const equal = mapped({ values: new Float64Array(60_000).fill(0.1), n: 30_000, d: 2 });
    expect(equal.coordinates.every((value) => value === 0)).toBe(true);
    expect(equal.notes).toEqual([few, "All customers have the same values, so they share one place."]);
  });

  it("copes with one feature and with thousands of equal rows", () => {
    mapped({ values: Float64Array.from({ length: 200 }, (_, i) => i), n: 200, d: 1 });
    const values = Float64Array.from({ length: 2_000 }, (_, i) => i % 3);
    mapped({ values, n: 2_000, d: 1 }, { epochs: 10 });
    mapped({ values: values.map((value, i) => (i === 7 ? 1e6 : value)), n: 1_000, d: 2 }, { epochs: 10 });
  });

  it("gives the thread back many times, with progress that never falls", () => {
    const job = umap({ ...USUAL, matrix: blobs(2_000, 5, 4), epochs: 100 });
    const shares: number[] = [];
    for (let step = job.next(); !step.done; step = job.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(40);
    shares.forEach((share, at) => expect(share).toBeGreaterThanOrEqual(shares[at - 1] ?? 0));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it("refuses in plain words", () => {
    const matrix = blobs(20, 2, 2);
    expect(() => mapped(matrix, { neighbours: 1 })).toThrow("number of neighbours must be 2 or more");
    expect(() => mapped(matrix, { minDist: 1.5 })).toThrow("minimum distance must be between 0 and 1");
    expect(() => mapped(matrix, { epochs: 0 })).toThrow("number of epochs must be 1 or more");
    expect(() => mapped(matrix, { sample: 3 })).toThrow("at least 4 customers");
    expect(() => mapped(matrix, { sample: Number.NaN })).toThrow("at least 4 customers");
    expect(() => mapped({ values: new Float64Array(0), n: 0, d: 2 })).toThrow("There are no customers to show.");
  });
});
