import type { Calibrator } from "../../workers/lab/explaining";
import { orderInSteps } from "../describing/order-in-steps";
import { runEnd } from "./roc";

/** Rows of neighbouring scores that share one height. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly n: number;
}

/**
 * The rising heights with least squared error (pool adjacent violators; Ayer et al. 1955), as scikit-learn's
 * IsotonicRegression, except that no height is surer than 1 in n + 2: chance alone makes steps of 0 and 1.
 */
export function* isotonic(scores: Float64Array, outcome: Uint8Array): Generator<number, Calibrator, void> {
  const order = yield* orderInSteps(scores);
  const n = scores.length;
  const blocks: Block[] = [];
  for (let from = 0; from < n;) {
    const to = runEnd(scores, order, from);
    let sum = 0;
    for (let at = from; at < to; at++) sum += outcome[order[at] as number] as number;
    const score = scores[order[from] as number] as number;
    pool(blocks, { from: score, to: score, sum, n: to - from });
    from = to;
  }
  yield 1;
  const points = blocks.flatMap(({ from, to, sum, n: rows }) => {
    const height = Math.min((n + 1) / (n + 2), Math.max(1 / (n + 2), sum / rows));
    return from === to ? [[from, height] as const] : [[from, height] as const, [to, height] as const];
  });
  return { kind: "isotonic", x: points.map(([x]) => x), y: points.map(([, y]) => y) };
}

/** Adds a block, joined with those before it that are not lower. */
function pool(blocks: Block[], added: Block): void {
  let block = added;
  for (let last = blocks.at(-1); last && last.sum * block.n >= block.sum * last.n; last = blocks.at(-1)) {
    block = { from: last.from, to: block.to, sum: last.sum + block.sum, n: last.n + block.n };
    blocks.pop();
  }
  blocks.push(block);
}
