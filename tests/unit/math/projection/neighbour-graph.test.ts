import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kNearest } from "../../../../src/math/neighbours/k-nearest";
import { finish } from "../../../../src/math/progress";
import { mutual } from "../../../../src/math/projection/neighbour-graph";

describe("mutual", () => {
  it("joins what each end says of every pair, once from either end", () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (column, wanted) => {
        const n = column.length;
        const lists = finish(kNearest({ values: Float64Array.from(column), n, d: 1 }, wanted));
        const weights = lists.distances.map((distance, at) => 1 / (1 + distance + (at % 7)));
        const oneWay = Array.from({ length: n }, () => new Array<number>(n).fill(0));
        lists.indices.forEach(
          (target, at) => ((oneWay[Math.floor(at / lists.k)] as number[])[target] = weights[at] as number),
        );
        const graph = finish(mutual(lists, weights, (there, back) => there + back));
        const found = Array.from({ length: n }, () => new Array<number>(n).fill(0));
        for (let i = 0; i < n; i++) {
          for (let at = graph.offsets[i] as number; at < (graph.offsets[i + 1] as number); at++) {
            const row = found[i] as number[];
            const target = graph.targets[at] as number;
            expect(row[target]).toBe(0);
            row[target] = graph.weights[at] as number;
          }
        }
        expect(found).toEqual(oneWay.map((row, i) => row.map((weight, j) => weight + (oneWay[j]?.[i] ?? 0))));
      }),
    );
  });
});
