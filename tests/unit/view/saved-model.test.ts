import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readModel, writeModel, type SavedModel } from "../../../src/view/saved-model";

const name = fc.string({ unit: "binary", minLength: 1, maxLength: 8 });
const six = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toPrecision(6)) + 0);
const above = fc.double({ min: 1e-3, max: 1e6, noNaN: true }).map((value) => Number(value.toPrecision(6)));

const feature = fc.record({
  text: name,
  levels: fc.option(fc.array(name, { minLength: 1, maxLength: 4 })),
  filledWith: fc.option(six),
  lower: fc.option(six),
  upper: fc.option(six),
});

const model: fc.Arbitrary<SavedModel> = fc
  .record({
    features: fc.array(feature, { minLength: 1, maxLength: 4 }),
    metric: fc.constantFrom("euclidean" as const, "manhattan" as const),
    numbers: fc.array(fc.record({ centre: six, scale: above, weight: above }), { minLength: 16, maxLength: 16 }),
    names: fc.array(name, { minLength: 1, maxLength: 4 }),
    seeds: fc.array(six, { minLength: 64, maxLength: 64 }),
  })
  .map(({ features, metric, numbers, names, seeds }) => {
    const axes = features
      .flatMap(({ levels }, at): { feature: number; level: number | null }[] =>
        levels === null ? [{ feature: at, level: null }] : levels.map((_, level) => ({ feature: at, level })),
      )
      .map((axis, at) => ({ ...axis, ...(numbers[at] as { centre: number; scale: number; weight: number }) }));
    const places = names.map((_, place) => axes.map((__, at) => seeds[place * axes.length + at] as number));
    return { features, axes, metric, places, names };
  });

describe("a saved model", () => {
  it("comes back as it was written, whatever its names hold", () => {
    fc.assert(
      fc.property(model, (one) => {
        expect(readModel(writeModel(one))).toEqual(one);
      }),
    );
  });

  it("is refused when it is damaged, never half read", () => {
    const text = writeModel(fc.sample(model, { numRuns: 1, seed: 7 })[0] as SavedModel);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("", "!", "*", "'", "x"), (at, letter) => {
        const read = readModel(text.slice(0, at) + letter + text.slice(at + 1));
        if (read === null) return;
        expect(read.places.every((place) => place.length === read.axes.length)).toBe(true);
        expect(read.places.flat().every(Number.isFinite)).toBe(true);
        expect(read.names).toHaveLength(read.places.length);
      }),
    );
    for (const odd of [
      "",
      "1",
      "2!e!a!b!c!d",
      "1!e!Age''''!0''0'1'1!0'1!A",
      "1!e!Age''''!1''0'1'1!0!A",
      "1!e!Age''''!0''0'0'1!0!A",
    ])
      expect(readModel(odd), odd).toBeNull();
  });
});
