import type { IndependenceInput, IndependenceOutput } from "../../workers/journeys/funnel";
import { benjaminiHochberg } from "../describing/benjamini-hochberg";
import { dependence } from "../describing/contingency";

/** Tests of independence of rows and columns in many tables of counts, corrected for their number. */
export function* independence({ tables }: IndependenceInput): Generator<number, IndependenceOutput, void> {
  const tests: ReturnType<typeof dependence>[] = [];
  for (const table of tables) {
    tests.push(dependence(withMargins(table)));
    if (tests.length % 500 === 0) yield tests.length / tables.length;
  }
  const p = tests.map((test) => test.p);
  return {
    chiSquared: tests.map(({ chiSquared }) => chiSquared),
    degrees: tests.map(({ degrees }) => degrees),
    p,
    q: benjaminiHochberg(p),
    sparse: tests.map(({ caution }) => caution),
  };
}

function withMargins(table: readonly (readonly number[])[]): Parameters<typeof dependence>[0] {
  const [k, categories] = [table.length, table[0]?.length ?? 0];
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const segmentTotals = Int32Array.from(table, sum);
  return {
    counts: Int32Array.from(table.flat()),
    k,
    categories,
    segmentTotals,
    categoryTotals: Int32Array.from({ length: categories }, (_, c) => sum(table.map((row) => row[c] ?? 0))),
    n: sum([...segmentTotals]),
  };
}
