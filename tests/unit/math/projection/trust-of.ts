import { trustworthiness } from "../../../../src/math/judging/trustworthiness";
import { finish } from "../../../../src/math/progress";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { Projection } from "../../../../src/workers/lab/projection";

/** Exact trustworthiness of a projection. */
export function trustOf(high: Matrix, { coordinates, components }: Projection, neighbours: number): number {
  const low = { values: coordinates, n: high.n, d: components };
  return finish(trustworthiness({ high, low, neighbours, sample: high.n, seed: 1 })).value;
}
