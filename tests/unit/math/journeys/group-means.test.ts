import { describe, expect, test } from "vitest";
import { groupMeans } from "../../../../src/math/journeys/group-means";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";

const about = (values: Float64Array, labels: Int32Array, k: number, seed = 1) =>
  finish(groupMeans({ values, labels, k, seed, resamples: 1000 }));

describe("the means of groups", () => {
  test("leave out who is in no group and what is not known", () => {
    const [one, two, none] = about(Float64Array.of(1, 3, NaN, 7, 100), Int32Array.of(0, 0, 0, 1, -1), 3);
    expect(one).toMatchObject({ n: 2, sum: 4, mean: 2, low: 1, high: 3, method: "bootstrap" });
    expect(two).toMatchObject({ n: 1, mean: 7, low: NaN, high: NaN });
    expect(none).toMatchObject({ n: 0, mean: NaN });
  });

  test("resampled percentiles come near to those of theory, and the same seed to the same numbers", () => {
    const random = seededRandom(3);
    const values = Float64Array.from({ length: 900 }, () => -Math.log(1 - random()));
    const labels = new Int32Array(900);
    const [mean] = about(values, labels, 1);
    expect(about(values, labels, 1)).toEqual([mean]);
    // An exponential distribution of mean 1: standard error 1/30.
    expect(mean?.low).toBeCloseTo((mean?.mean ?? NaN) - 1.96 / 30, 2);
    expect(mean?.high).toBeCloseTo((mean?.mean ?? NaN) + 1.96 / 30, 2);
  });

  test("many values take mean and 1.96 standard errors", () => {
    const values = Float64Array.from({ length: 10_000 }, (_, at) => at % 2);
    const [mean] = about(values, new Int32Array(10_000), 1);
    expect(mean).toMatchObject({ mean: 0.5, method: "normal" });
    expect(mean?.high).toBeCloseTo(0.5 + (1.959964 * 0.5) / Math.sqrt(9999), 8);
  });
});
