import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestCentroid } from "../../../../src/math/describing/nearest-centroid";
import { whatWouldMove } from "../../../../src/math/describing/what-would-move";
import { InputError } from "../../../../src/math/input-error";
import { seededRandom } from "../../../../src/math/random";
import type { Change, FeatureScale, MoveInput } from "../../../../src/workers/lab/moving";

function inputOf(
  centroids: readonly (readonly number[])[],
  row: readonly number[],
  scales?: FeatureScale[],
): MoveInput {
  return {
    centroids: { values: Float64Array.from(centroids.flat()), n: centroids.length, d: row.length },
    row: Float64Array.from(row),
    scales: scales ?? row.map(() => ({ centre: 0, scale: 1 })),
    labels: centroids.map((_, c) => c),
  };
}

/** The segment of the row once the changes are made in the features' own units. */
function after({ centroids, row, scales }: MoveInput, changes: readonly Change[]): number {
  const values = row.map((value, f) => {
    const { centre, scale } = scales[f] ?? { centre: 0, scale: 1 };
    const change = changes.find(({ feature }) => feature === f);
    return ((change?.to ?? centre + scale * value) - centre) / scale;
  });
  return nearestCentroid(centroids, values);
}

const coordinate = fc.integer({ min: -40, max: 40 }).map((value) => value / 10);
const inputs = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([k, d]) =>
    fc.tuple(
      fc.uniqueArray(fc.array(coordinate, { minLength: d, maxLength: d }), {
        minLength: k,
        maxLength: k,
        selector: (row) => row.join(),
      }),
      fc.array(coordinate, { minLength: d, maxLength: d }),
      fc.array(fc.record({ centre: fc.integer({ min: -1000, max: 1000 }), scale: fc.constantFrom(0.01, 1, 300) }), {
        minLength: d,
        maxLength: d,
      }),
    ),
  )
  .map(([centroids, row, scales]) => inputOf(centroids, row, scales));

describe("whatWouldMove", () => {
  it("really moves the customer by every change it names", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { segment, moves } = whatWouldMove(input);
        expect(segment).toBe(nearestCentroid(input.centroids, input.row));
        expect(moves.map((move) => move.segment).sort()).toEqual(input.labels.filter((label) => label !== segment));
        for (const { segment: target, single, joint } of moves) {
          if (single) expect(after(input, [single])).toBe(target);
          // Centroids lie apart by a tenth at least, so no cell is too thin to be entered.
          expect(joint).not.toBeNull();
          expect(after(input, joint?.changes ?? [])).toBe(target);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("names no single change where a finer one would do, and misses none", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { segment, single } of whatWouldMove(input).moves) {
          const { feature, from, to } = single ?? { feature: 0, from: 0, to: Infinity };
          const length = Math.abs(to - from) / (input.scales[feature]?.scale ?? 1);
          const steps = Array.from({ length: 401 }, (_, step) => (step - 200) / 20 + 0.0123);
          const finer = steps.filter((by) => Math.abs(by) < length - 1e-4);
          const enters = (f: number, by: number): boolean => {
            const moved = input.row.map((value, at) => (at === f ? value + by : value));
            return nearestCentroid(input.centroids, moved) === segment;
          };
          expect(Array.from(input.row.keys()).flatMap((f) => finer.filter((by) => enters(f, by)))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("finds no shorter joint change by trying", () => {
    const random = seededRandom(3);
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { segment, joint } of whatWouldMove(input).moves) {
          for (let trial = 0; trial < 200; trial++) {
            const direction = input.row.map(() => random() - 0.5);
            const length = Math.hypot(...direction);
            const shorter = ((joint?.length ?? Infinity) - 1e-4) * Math.sqrt(random());
            const moved = input.row.map((value, f) => value + ((direction[f] ?? 0) / length) * Math.max(0, shorter));
            if (length > 0 && shorter > 0) expect(nearestCentroid(input.centroids, moved)).not.toBe(segment);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("projects on the bisector, in the features' own units", () => {
    const input = inputOf(
      [
        [0, 0],
        [4, 0],
      ],
      [1, 1],
      [
        { centre: 100, scale: 10 },
        { centre: 0, scale: 1 },
      ],
    );
    const { segment, distance, margin, moves } = whatWouldMove(input);
    expect([segment, distance, margin]).toEqual([0, Math.SQRT2, Math.sqrt(10) - Math.SQRT2]);
    expect(moves[0]?.single).toMatchObject({ feature: 0, from: 110 });
    expect(moves[0]?.single?.to).toBeCloseTo(120, 4);
    expect(moves[0]?.single?.to).toBeGreaterThan(120);
    expect(moves[0]?.joint?.length).toBeCloseTo(1, 5);
    expect(moves[0]?.joint?.changes[1]).toEqual({ feature: 1, from: 1, to: 1 });
  });

  it("goes around a third segment that lies between", () => {
    const input = inputOf(
      [
        [0, 0],
        [2, 0],
        [4, 0],
        [3, 9],
      ],
      [0, 0],
    );
    const far = whatWouldMove(input).moves.find(({ segment }) => segment === 3);
    expect(far?.single?.feature).toBe(1);
    expect(after(input, far?.joint?.changes ?? [])).toBe(3);
    expect(far?.joint?.length).toBeLessThan(5);
  });

  it("has no single change where a feature alone cannot reach", () => {
    const input = inputOf([[0], [1], [2]], [0.2]);
    expect(whatWouldMove(input).moves.map(({ single }) => single !== null)).toEqual([true, true]);
    const boxed = inputOf(
      [
        [0, 0],
        [3, 0],
        [0, 3],
        [2, 2],
      ],
      [0, 0],
    );
    const corner = whatWouldMove(boxed).moves.find(({ segment }) => segment === 3);
    expect(corner?.single).toBeNull();
    expect(corner?.joint).not.toBeNull();
  });

  it("keeps within a feature's bounds, or says there is no way", () => {
    const scales = [
      { centre: 0, scale: 1, low: 0 },
      { centre: 0, scale: 1, high: 9 },
    ];
    const input = inputOf(
      [
        [1, 1],
        [-3, 1],
      ],
      [1, 1],
      scales,
    );
    expect(whatWouldMove(input).moves[0]).toMatchObject({ single: null, joint: null });
    const slanted = inputOf(
      [
        [1, 1],
        [-1, 3],
      ],
      [0.5, 0.5],
      scales,
    );
    const [move] = whatWouldMove(slanted).moves;
    expect(move?.single?.feature).toBe(1);
    expect(move?.joint?.changes[0]?.to).toBeCloseTo(0, 5);
    expect(after(slanted, move?.joint?.changes ?? [])).toBe(1);
  });

  it("answers for one segment, for twins, and for the parts that do not fit", () => {
    expect(whatWouldMove(inputOf([[1, 2]], [1, 2]))).toMatchObject({
      segment: 0,
      distance: 0,
      margin: Infinity,
      moves: [],
    });
    const twins = whatWouldMove(
      inputOf(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 0],
      ),
    );
    expect(twins.moves[0]).toMatchObject({ margin: 0, single: null, joint: null });
    expect(() => whatWouldMove({ ...inputOf([[1, 2]], [1, 2]), row: Float64Array.of(1) })).toThrow(InputError);
  });
});
