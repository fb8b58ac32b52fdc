import { describe, expect, it } from "vitest";
import { migration } from "../../../../src/math/describing/migration";
import { InputError } from "../../../../src/math/input-error";

describe("migration", () => {
  it("counts who stayed, moved, joined and left", () => {
    const before = Int32Array.of(0, 0, 1, 1, -1, 0, -1, 1);
    const after = Int32Array.of(0, 2, 1, 1, 2, -1, -1, 0);
    const ours = migration({ before, after, kBefore: 2, kAfter: 3 });
    expect(Array.from(ours.counts)).toEqual([1, 0, 1, 1, 1, 2, 0, 0, 0, 0, 1, 0]);
    expect(ours).toMatchObject({ joined: 1, left: 1, stayed: 3, moved: 2 });
    expect(ours.flows).toEqual([
      { before: 1, after: 1, n: 2 },
      { before: 0, after: 0, n: 1 },
      { before: 0, after: 2, n: 1 },
      { before: 0, after: -1, n: 1 },
      { before: 1, after: 0, n: 1 },
      { before: -1, after: 2, n: 1 },
    ]);
  });

  it("has no flow where there is nobody", () => {
    const none = new Int32Array(0);
    expect(migration({ before: none, after: none, kBefore: 1, kAfter: 1 })).toMatchObject({
      flows: [],
      stayed: 0,
      joined: 0,
    });
  });

  it("refuses labellings that do not match", () => {
    const one = Int32Array.of(0);
    expect(() => migration({ before: one, after: Int32Array.of(0, 0), kBefore: 1, kAfter: 1 })).toThrow(InputError);
    expect(() => migration({ before: one, after: Int32Array.of(1), kBefore: 1, kAfter: 1 })).toThrow(InputError);
  });
});
