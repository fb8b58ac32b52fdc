import {
  makeVector,
  Table,
  Vector,
  vectorFromArray,
  Float64,
  Int32,
  Uint8,
  Float32,
  type DataType,
} from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAnswer } from "../../../../src/data/duckdb/answer";

const TYPES: readonly (() => DataType)[] = [
  () => new Float64(),
  () => new Float32(),
  () => new Int32(),
  () => new Uint8(),
];

describe("an answer", () => {
  it("holds every number of every part, with NaN for null, as the table itself gives them row by row", async () => {
    const cell = fc.option(fc.integer({ min: 0, max: 255 }), { freq: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        async (parts, kind) => {
          const type = (TYPES[kind] ?? (() => new Float64()))();
          const vectors = parts.map((part) => vectorFromArray(part, type));
          const vector = new Vector(vectors.flatMap((one) => one.data));
          const { columns, rowCount } = await toAnswer(new Table({ x: vector }));
          const expected = parts.flat().map((value) => value ?? NaN);
          expect(rowCount).toBe(expected.length);
          expect([...(columns[0] ?? [])]).toEqual(expected);
        },
      ),
    );
  });

  it("reads a part of a longer column", async () => {
    const whole = makeVector(Float64Array.of(1, 2, 3, 4, 5));
    const nulls = vectorFromArray([1, null, 3, null, 5], new Int32());
    const { columns } = await toAnswer(new Table({ a: whole.slice(1, 4), b: nulls.slice(1, 4) }));
    expect(columns.map((values) => [...values])).toEqual([
      [2, 3, 4],
      [NaN, 3, NaN],
    ]);
  });

  it("finds the few missing values of a long column, wherever a part of it begins", async () => {
    const cells = Array.from({ length: 100 }, (_, row) => (row % 37 === 5 ? null : row));
    const whole = vectorFromArray(cells, new Float64());
    for (let from = 0; from < 20; from++) {
      const { columns } = await toAnswer(new Table({ x: whole.slice(from, 95) }));
      expect([...(columns[0] ?? [])]).toEqual(cells.slice(from, 95).map((value) => value ?? NaN));
    }
  });

  it("refuses a whole number beyond 2^53 rather than round it", async () => {
    const wide = makeVector(BigInt64Array.of(9_007_199_254_740_993n));
    await expect(toAnswer(new Table({ id: wide }))).rejects.toThrow("beyond 2^53");
    const { columns } = await toAnswer(new Table({ id: makeVector(BigInt64Array.of(7n)) }));
    expect([...(columns[0] ?? [])]).toEqual([7]);
  });

  it("is the same when it is so large that it is copied in pieces", async () => {
    const values = Float64Array.from({ length: 300_000 }, (_, row) => (row % 7 === 0 ? NaN : row));
    const vector = makeVector(values);
    const { columns, names } = await toAnswer(new Table({ a: vector, b: vector, c: vector }));
    expect(names).toEqual(["a", "b", "c"]);
    expect(columns).toEqual([values, values, values]);
  });
});
